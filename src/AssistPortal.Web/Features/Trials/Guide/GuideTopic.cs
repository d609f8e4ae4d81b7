namespace AssistPortal.Web.Features.Trials.Guide;

/// <summary>Pages of the guide; each has the address of its name in lower case.</summary>
public enum GuideTopic
{
    Users,
    Services,
    Usage,
    Support,
}
