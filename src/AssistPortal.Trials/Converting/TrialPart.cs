namespace AssistPortal.Trials.Converting;

/// <summary>
/// What a trial is made of where a conversion tells its parts apart. What is lost is told in this order.
/// </summary>
public enum TrialPart
{
    /// <summary>The WebEx site of the trial, with its content and settings.</summary>
    Site,

    Message,

    /// <summary>Meetings that need no site.</summary>
    BasicMeetings,

    Call,

    Room,
}

internal static class TrialParts
{
    /// <summary>The service to which a part belongs.</summary>
    public static CloudService Service(this TrialPart part) => part switch
    {
        TrialPart.Site or TrialPart.BasicMeetings => CloudService.Meeting,
        TrialPart.Message => CloudService.Message,
        TrialPart.Call => CloudService.Call,
        _ => CloudService.Room,
    };

    /// <summary>The parts of a trial with these services, in their order.</summary>
    public static IEnumerable<TrialPart> Of(IReadOnlyCollection<CloudService> services, bool hasSite) =>
        Enum.GetValues<TrialPart>().Where(part => part == TrialPart.Site ? hasSite : services.Contains(part.Service()));
}
