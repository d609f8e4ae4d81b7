namespace AssistPortal.Web.Features.Resources;

/// <summary>Words of this feature's pages.</summary>
public sealed class ResourcesTexts;
