using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// What the Availability page of an order shows: the order, and when it is edited the fields of the new time.
/// </summary>
public sealed record ManagePage
{
    public required ManagedOrder Managed { get; init; }

    public required OrderPage Page { get; init; }

    /// <summary>What comes next with the order.</summary>
    public IReadOnlyList<NextStep> Next { get; init; } = [];

    /// <summary>What customer and coordinators have written, oldest first.</summary>
    public IReadOnlyList<ShownMessage> Correspondence { get; init; } = [];

    /// <summary>The new time as typed; null while nothing is edited.</summary>
    public UpdateInput? Input { get; init; }

    /// <summary>What cancelling costs now, which moving the order keeps; null while nothing is edited.</summary>
    public CancellationQuote? Quote { get; init; }

    public FreeTimesModel? FreeTimes { get; init; }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public LocalTimeReading.Doubled? Doubled { get; init; }

    /// <summary>What to offer, when nobody is free.</summary>
    public NobodyFree? NobodyFree { get; init; }

    /// <summary>Whether somebody else has changed the order since the visitor saw it.</summary>
    public bool HasChanged { get; init; }

    public Order Order => Managed.Order;
}
