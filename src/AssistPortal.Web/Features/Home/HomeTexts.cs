namespace AssistPortal.Web.Features.Home;

/// <summary>Words of this feature's pages.</summary>
public sealed class HomeTexts;
