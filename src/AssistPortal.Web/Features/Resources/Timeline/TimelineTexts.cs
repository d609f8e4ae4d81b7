namespace AssistPortal.Web.Features.Resources.Timeline;

/// <summary>Words of an order's time line.</summary>
public sealed class TimelineTexts;
