using System.Globalization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>A place in the list of mails, as addresses hold it.</summary>
/// <param name="CreatedAt">When the mail at that place was written, to the microsecond.</param>
/// <param name="Id">The mail; the empty one stands before all of that moment.</param>
public sealed record MailKey(Instant CreatedAt, Guid Id)
{
    private const int TicksPerMicrosecond = 10;

    // Further away no database keeps moments.
    private static readonly Instant Latest = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>Null where the text is no place.</summary>
    public static MailKey? Read(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds <= Latest.ToUnixTimeTicks() / TicksPerMicrosecond
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? new MailKey(Instant.FromUnixTimeTicks(microseconds * TicksPerMicrosecond), id)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.ToUnixTimeTicks() / TicksPerMicrosecond}-{Id:N}");
}
