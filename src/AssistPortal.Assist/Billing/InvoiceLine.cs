using AssistPortal.Assist.Orders;

namespace AssistPortal.Assist.Billing;

/// <summary>A line of an invoice or credit note.</summary>
public sealed class InvoiceLine
{
    public required Guid InvoiceId { get; init; }

    public required int Position { get; init; }

    public required FeeKind Kind { get; init; }

    /// <summary>Time charged, where the line goes by time.</summary>
    public int? Minutes { get; init; }

    /// <summary>Share of the whole fee, for a cancellation.</summary>
    public int? Percent { get; init; }

    /// <summary>In minor units; negative in a credit note, and for a discount.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>What a further line says; empty for those that follow from the rates.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why a coordinator has added a further line.</summary>
    public string Reason { get; init; } = "";

    internal static IReadOnlyList<InvoiceLine> Of(Guid invoiceId, IEnumerable<ChargedLine> charged) =>
    [
        .. charged.Select((line, position) => new InvoiceLine
        {
            InvoiceId = invoiceId,
            Position = position,
            Kind = line.Kind,
            Minutes = line.Minutes,
            Percent = line.Percent,
            AmountMinor = line.AmountMinor,
            Text = line.Text,
            Reason = line.Reason,
        }),
    ];
}

/// <summary>A line before it stands on an invoice.</summary>
internal sealed record ChargedLine(FeeKind Kind, int? Minutes, int? Percent, long AmountMinor)
{
    public string Text { get; init; } = "";

    public string Reason { get; init; } = "";
}
