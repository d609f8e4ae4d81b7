using NodaTime;

namespace AssistPortal.Mail.Digests;

/// <summary>When a person's digest goes out.</summary>
public static class DigestTime
{
    private static readonly LocalTime Morning = new(7, 0);

    /// <summary>The next seven o'clock in the morning, there.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="timeZone">IANA zone of the person; null, or one that is not known, takes UTC.</param>
    public static Instant After(Instant now, string? timeZone)
    {
        var zone = (timeZone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone)) ?? DateTimeZone.Utc;
        var today = now.InZone(zone).Date;
        var morning = zone.AtLeniently(today + Morning).ToInstant();
        return morning > now ? morning : zone.AtLeniently(today.PlusDays(1) + Morning).ToInstant();
    }
}
