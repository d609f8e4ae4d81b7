using AssistPortal.Assist.Updates;

namespace AssistPortal.Assist.Managing;

/// <summary>What somebody who confirms an update has answered and seen.</summary>
/// <param name="Meeting">What becomes of the meeting on the site.</param>
/// <param name="SeenPercent">
/// Which share of the fee cancelling costs, as the page showed it, which a customer's move keeps: nothing is moved
/// where it is more by now. Null where no page came with the answer.
/// </param>
/// <param name="Reason">Why a coordinator moves it, for the audit trail.</param>
/// <param name="Words">What the coordinator says to the customer with it.</param>
/// <param name="ProducerId">Whom the coordinator has chosen: nobody else gets the order.</param>
public sealed record ConfirmedUpdate(
    MeetingFollowUp Meeting,
    int? SeenPercent = null,
    string? Reason = null,
    string? Words = null,
    int? ProducerId = null);
