namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>Words of an order's time line.</summary>
public sealed class TimelineTexts;
