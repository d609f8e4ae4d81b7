using AssistPortal.Assist.Updates;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>What a coordinator wants to become of an order.</summary>
/// <param name="Start">The new start.</param>
/// <param name="Meeting">What becomes of the meeting on the site.</param>
/// <param name="ProducerId">Who is to produce it; null for its producer, or else whoever is free.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="Words">What is said to the customer with it; null for nothing.</param>
public sealed record StaffMove(
    Instant Start, MeetingFollowUp Meeting, int? ProducerId = null, string? Reason = null, string? Words = null);
