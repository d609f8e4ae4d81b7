using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Managing;

/// <summary>What the Meeting Lookup page of an update shows.</summary>
/// <param name="Managed">The order.</param>
/// <param name="Input">The answers.</param>
/// <param name="NewTime">The time that is held.</param>
/// <param name="Quote">What cancelling costs now, which the update keeps.</param>
/// <param name="ChangesByItself">Whether the portal can change the meeting; else it opens the scheduling page.</param>
public sealed record MeetingPage(
    ManagedOrder Managed, MeetingInput Input, EventTime NewTime, CancellationQuote Quote, bool ChangesByItself)
{
    /// <summary>What cancelling would cost after the update.</summary>
    public CancellationTerms NewTerms => Managed.Order.CancellationTermsMoved(NewTime.Start, Managed.Now);
}
