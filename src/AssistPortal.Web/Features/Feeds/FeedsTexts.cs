namespace AssistPortal.Web.Features.Feeds;

/// <summary>Words of calendar feeds.</summary>
public sealed class FeedsTexts;
