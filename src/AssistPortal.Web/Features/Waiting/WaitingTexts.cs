namespace AssistPortal.Web.Features.Waiting;

/// <summary>Words of this feature's pages.</summary>
public sealed class WaitingTexts;
