namespace AssistPortal.Web.Features.Notices;

/// <summary>Words of the notices in the portal.</summary>
public sealed class NoticesTexts;
