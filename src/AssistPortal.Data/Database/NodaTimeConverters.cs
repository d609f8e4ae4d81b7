using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace AssistPortal.Data.Database;

/// <summary>
/// An instant is stored as a UTC date and time, in whole microseconds on each database: PostgreSQL keeps no more, and
/// what pages hold of a place in a list (microseconds) is that place then.
/// </summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => WholeMicroseconds.Of(instant),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>What is stored of an instant. The compiled model calls it, so its method is public.</summary>
internal static class WholeMicroseconds
{
    public static DateTime Of(Instant instant)
    {
        var time = instant.ToDateTimeUtc();
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

/// <summary>A wall-clock time without a zone; the zone stands in a column beside it.</summary>
internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, DateTime>(
    local => local.ToDateTimeUnspecified(),
    stored => LocalDateTime.FromDateTime(stored));
