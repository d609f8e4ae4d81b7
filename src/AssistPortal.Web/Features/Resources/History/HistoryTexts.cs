namespace AssistPortal.Web.Features.Resources.History;

/// <summary>Words of this feature's pages.</summary>
public sealed class HistoryTexts;
