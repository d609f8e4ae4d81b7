using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What cancelling an order costs at a moment: the share that its terms ask, of what it would be charged. Pages, mail,
/// order and invoice all take it from here.
/// </summary>
public sealed record CancellationQuote
{
    /// <summary>Share of the whole fee.</summary>
    public required int Percent { get; init; }

    /// <summary>The whole fee, at contract rates where the site has them.</summary>
    public required Money Whole { get; init; }

    /// <summary>Whether a contract decides about <see cref="Whole"/>.</summary>
    public required bool IsByContract { get; init; }

    /// <summary>Until when it costs that; null where that is until the start.</summary>
    public required Instant? Until { get; init; }

    /// <summary>The invoice's lines; empty where there is nothing to pay.</summary>
    internal IReadOnlyList<ChargedLine> Lines { get; init; } = [];

    /// <summary>What is to be paid.</summary>
    public Money Amount => new(Lines.Sum(line => line.AmountMinor), Whole.Currency);

    public bool IsFree => Lines.Count == 0;

    /// <summary>The same, but a coordinator forgoes the fee.</summary>
    internal CancellationQuote Waived() => this with { Percent = 0, Lines = [], Until = null };

    /// <param name="order">The order with fee lines and terms.</param>
    /// <param name="contract">
    /// What its site has agreed for its package in its currency; null where that is nothing.
    /// </param>
    /// <param name="now">The moment.</param>
    internal static CancellationQuote Of(Order order, Contract? contract, Instant now)
    {
        var charged = ChargedFee.Of(order, contract);
        var (percent, until) = order.CancellationTerms.At(now);
        return new CancellationQuote
        {
            Percent = percent,
            Whole = new Money(charged.TotalMinor, order.Currency),
            IsByContract = contract is not null,
            Until = charged.TotalMinor == 0 ? null : until,
            Lines = charged.ForCancellation(percent),
        };
    }
}
