namespace AssistPortal.Web.Features.Trials.Guide;

/// <summary>Addresses of the guide's pages.</summary>
public static class GuidePaths
{
    public const string Root = "/guide";

    public static string Of(GuideTopic topic) => $"{Root}/{topic.ToString().ToLowerInvariant()}";

    /// <summary>The page of the portal on which a customer does what the topic is about.</summary>
    public static string PlaceOf(GuideTopic topic) => topic switch
    {
        GuideTopic.Users or GuideTopic.Services => "/my-trial/users",
        GuideTopic.Usage => "/my-trial/usage",
        _ => "/my-trial",
    };
}
