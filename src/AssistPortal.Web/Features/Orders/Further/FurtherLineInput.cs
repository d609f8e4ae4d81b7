using AssistPortal.Assist.Billing;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Orders.Further;

/// <summary>A line that a coordinator adds to an invoice. One with nothing in it is none.</summary>
public sealed class FurtherLineInput
{
    public string? Text { get; set; }

    /// <summary>In the currency's decimals, with a minus before it for a discount.</summary>
    public string? Amount { get; set; }

    public string? Reason { get; set; }

    internal bool IsTyped =>
        Tolerant.Text(Text).Length + Tolerant.Code(Amount).Length + Tolerant.Text(Reason).Length > 0;

    public static List<FurtherLineInput> Of(IEnumerable<FurtherLine> lines, string currency) =>
    [
        .. lines.Select(line => new FurtherLineInput
        {
            Text = line.Text,
            Amount = (line.AmountMinor < 0 ? "-" : "") + AmountReader.Write(Math.Abs(line.AmountMinor), currency),
            Reason = line.Reason,
        }),
    ];
}
