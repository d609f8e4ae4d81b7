using System.Globalization;
using NodaTime;

namespace AssistPortal.Web.Shared.Paging;

/// <summary>A place in a list that is sorted by a moment, as addresses hold it.</summary>
/// <param name="Moment">The moment at that place, to the microsecond.</param>
/// <param name="Id">The row; the empty one stands before all of that moment.</param>
public sealed record MomentKey(Instant Moment, Guid Id)
{
    private const int TicksPerMicrosecond = 10;

    // Further away no database keeps moments.
    private static readonly long Latest = Instant.FromUtc(9000, 1, 1, 0, 0).ToUnixTimeTicks() / TicksPerMicrosecond;

    /// <summary>Null where the text is no place.</summary>
    public static MomentKey? Read(string? text) =>
        (text ?? "").Split('-') is [var moment, var id]
        && ReadMoment(moment) is { } read
        && Guid.TryParseExact(id, "N", out var row)
            ? new MomentKey(read, row)
            : null;

    /// <summary>A moment as addresses hold it.</summary>
    public static string Write(Instant moment) =>
        (moment.ToUnixTimeTicks() / TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    /// <summary>Null where the text is no moment.</summary>
    public static Instant? ReadMoment(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds <= Latest
            ? Instant.FromUnixTimeTicks(microseconds * TicksPerMicrosecond)
            : null;

    public override string ToString() => $"{Write(Moment)}-{Id:N}";
}
