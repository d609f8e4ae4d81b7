using System.Globalization;
using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>A place in a list of orders by the start of their events, as addresses hold it.</summary>
/// <param name="Start">Start of the order at that place, a whole second.</param>
/// <param name="Id">The order.</param>
public sealed record EventKey(Instant Start, Guid Id)
{
    // Further away no database keeps moments.
    private static readonly long Latest = Instant.FromUtc(9000, 1, 1, 0, 0).ToUnixTimeSeconds();

    public static EventKey Of(Order order) => new(order.Time.Start, order.Id);

    /// <summary>Null where the text is no place.</summary>
    public static EventKey? Read(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Latest
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? new EventKey(Instant.FromUnixTimeSeconds(seconds), id)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start.ToUnixTimeSeconds()}-{Id:N}");
}
