using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>What staff say of a producer, but for hours and time off.</summary>
public sealed record ProducerDetails
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    /// <summary>IANA zone of the working hours.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Account with which the producer signs in; null for none.</summary>
    public required Guid? UserId { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>Culture names.</summary>
    public required IReadOnlyCollection<string> Languages { get; init; }

    public required IReadOnlyCollection<QualificationDetails> Qualifications { get; init; }
}

/// <summary>A package for which a producer is qualified.</summary>
/// <param name="PackageId">The package.</param>
/// <param name="ValidFrom">First day, where there is one.</param>
/// <param name="ValidUntil">Last day, where there is one.</param>
public sealed record QualificationDetails(int PackageId, LocalDate? ValidFrom, LocalDate? ValidUntil);

/// <summary>A weekly interval of work; see <see cref="WorkingHours"/>.</summary>
public sealed record HoursDetails(IsoDayOfWeek Day, int StartMinute, int EndMinute);

/// <summary>Work on one date instead of the weekly hours; no minutes say that there is none.</summary>
public sealed record ExceptionDetails(LocalDate Date, int? StartMinute, int? EndMinute);

/// <summary>Time off: whole days where there are days, else exact.</summary>
/// <param name="Time">From when until when; not needed for whole days.</param>
/// <param name="FirstDay">The first whole day.</param>
/// <param name="LastDay">The last whole day.</param>
public sealed record TimeOffDetails(Interval Time, LocalDate? FirstDay, LocalDate? LastDay)
{
    public static TimeOffDetails Exact(Interval time) => new(time, FirstDay: null, LastDay: null);

    public static TimeOffDetails Days(LocalDate first, LocalDate last) => new(default, first, last);

    /// <exception cref="ArgumentException">It is empty, or ends before it begins.</exception>
    internal TimeOff In(DateTimeZone zone) => FirstDay is { } first
        ? TimeOff.Days(first, LastDay ?? first, zone)
        : Time.Duration > Duration.Zero
            ? new TimeOff { Start = Time.Start, End = Time.End }
            : throw new ArgumentException("No time.");
}
