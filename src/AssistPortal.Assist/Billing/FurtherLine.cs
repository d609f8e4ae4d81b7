namespace AssistPortal.Assist.Billing;

/// <summary>What a coordinator adds to an invoice, or takes off it, beside what the rates come to.</summary>
/// <param name="Text">What is printed, in the language in which it was typed.</param>
/// <param name="AmountMinor">In minor units of the order's currency, below zero for a discount; never zero.</param>
/// <param name="Reason">Why, for the audit trail; the customer does not read it.</param>
public sealed record FurtherLine(string Text, long AmountMinor, string Reason)
{
    public const int TextLength = 120;
    public const int ReasonLength = 500;

    /// <summary>How many one invoice may have.</summary>
    public const int Most = 10;

    internal ChargedLine Charged => new(Orders.FeeKind.Further, null, null, AmountMinor)
    {
        Text = Text,
        Reason = Reason,
    };

    internal static FurtherLine? Of(InvoiceLine line) =>
        line.Kind == Orders.FeeKind.Further ? new FurtherLine(line.Text, line.AmountMinor, line.Reason) : null;
}
