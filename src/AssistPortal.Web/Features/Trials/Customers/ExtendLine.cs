using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>One of them.</summary>
/// <param name="Trial">As it was before.</param>
/// <param name="NewEnd">When it ends, extended.</param>
/// <param name="Refusal">Why it is not extended; null where it is.</param>
public sealed record ExtendLine(Trial Trial, LocalDate NewEnd, string? Refusal);
