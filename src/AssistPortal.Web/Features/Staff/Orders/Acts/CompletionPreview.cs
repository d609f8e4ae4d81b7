using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>What completing an order would do, to be looked at before it is done.</summary>
/// <param name="Order">The order.</param>
/// <param name="Report">How the event went.</param>
/// <param name="Words">What is said to the customer with it; null for nothing.</param>
/// <param name="Lines">The lines of its invoice.</param>
public sealed record CompletionPreview(
    Order Order, PostEventReport Report, string? Words, IReadOnlyList<InvoiceLine> Lines)
{
    public Money Total => new(Lines.Sum(line => line.AmountMinor), Order.Currency);

    public bool IsFree => Total.Minor == 0;

    public bool IsEmpty => Report is { Registered: null, Attended: null, Recordings.Count: 0 };

    /// <summary>How many at most should have come, where more came than that.</summary>
    public int? Exceeded => (Report.Registered ?? Order.Event.ExpectedAttendees) is var most && Report.Attended > most
        ? most
        : null;

    /// <summary>Another one for whatever is another in it: whoever sends it has looked at just that.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Parts))));

    private IEnumerable<string?> Parts =>
    [
        Number(Order.Version),
        Number(Report.Registered),
        Number(Report.Attended),
        .. Report.Recordings.Select(recording => recording.AbsoluteUri),
        .. Lines.Select(
            line => $"{line.Kind} {Number(line.Minutes)} {Number(line.AmountMinor)} {line.Text} {line.Reason}"),
        Words,
    ];

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
