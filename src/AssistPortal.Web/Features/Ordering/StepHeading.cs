using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Heading of a step, with the way through all four.</summary>
public sealed record StepHeading(Guid DraftId, OrderStep Current);
