using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Something that was done with a trial.</summary>
/// <param name="Words">What.</param>
/// <param name="At">When.</param>
/// <param name="Actor">By whom.</param>
public sealed record TrialAct(string Words, Instant At, string Actor);
