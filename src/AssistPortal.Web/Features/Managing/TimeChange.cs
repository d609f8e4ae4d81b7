using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Managing;

/// <summary>An order's old date and time and the new.</summary>
public sealed record TimeChange(EventTime Former, EventTime New);
