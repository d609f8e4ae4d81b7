namespace AssistPortal.Web.Features.Managing;

/// <summary>Words of this feature's pages.</summary>
public sealed class ManagingTexts;
