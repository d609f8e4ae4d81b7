using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>A person who assists events live.</summary>
public sealed partial class Producer : IVersioned
{
    public const int NameLength = 120;

    private readonly List<ProducerLanguage> languages = [];
    private readonly List<ProducerQualification> qualifications = [];
    private readonly List<WorkingHours> hours = [];
    private readonly List<ExceptionalHours> exceptionalHours = [];
    private readonly List<TimeOff> timeOff = [];
    private readonly List<BusyTime> busyTimes = [];

    private Producer()
    {
    }

    /// <summary>A producer who has no hours as yet.</summary>
    /// <inheritdoc cref="Change" path="/exception" />
    public Producer(ProducerDetails details) => Change(details);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>IANA zone in which the working hours are meant.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>The account with which the producer signs in, where there is one.</summary>
    public Guid? UserId { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>When the producer last got an order; decides between equals.</summary>
    public Instant? LastAssignedAt { get; init; }

    public int Version { get; private set; }

    public IReadOnlyList<ProducerLanguage> Languages => languages.AsReadOnly();

    public IReadOnlyList<ProducerQualification> Qualifications => qualifications.AsReadOnly();

    public IReadOnlyList<WorkingHours> Hours => hours.AsReadOnly();

    public IReadOnlyList<ExceptionalHours> ExceptionalHours => exceptionalHours.AsReadOnly();

    public IReadOnlyList<TimeOff> TimeOff => timeOff.AsReadOnly();

    /// <summary>What an outside calendar says; see <see cref="ProducerCalendar"/>.</summary>
    public IReadOnlyList<BusyTime> BusyTimes => busyTimes.AsReadOnly();
}

/// <summary>
/// A language in which the producer can assist, as a culture name such as <c>en</c> or <c>zh-Hant</c>.
/// </summary>
public sealed class ProducerLanguage
{
    public int ProducerId { get; init; }

    public required string Language { get; init; }
}

/// <summary>A package for which the producer is qualified.</summary>
public sealed class ProducerQualification
{
    public int ProducerId { get; init; }

    public required int PackageId { get; init; }

    /// <summary>First day on which it holds, in the producer's zone; null where it always did.</summary>
    public LocalDate? ValidFrom { get; private set; }

    /// <summary>Last day on which it holds, in the producer's zone; null where it holds without end.</summary>
    public LocalDate? ValidUntil { get; private set; }

    /// <summary>Says between which days it holds.</summary>
    internal void Hold(LocalDate? from, LocalDate? until) => (ValidFrom, ValidUntil) = (from, until);
}

/// <summary>A weekly interval of work on the wall clock of the producer's zone.</summary>
public sealed class WorkingHours
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required IsoDayOfWeek Day { get; init; }

    /// <summary>Minutes after that day's midnight, a multiple of 15.</summary>
    public required int StartMinute { get; init; }

    /// <summary>
    /// Minutes after that day's midnight, exclusive; more than 1440 where work goes on past midnight.
    /// </summary>
    public required int EndMinute { get; init; }
}

/// <summary>
/// An interval of work on one date, in the producer's zone. On a date that has such intervals they hold instead of the
/// weekly hours that begin on that day; one without times says that the producer does not work at all.
/// </summary>
public sealed class ExceptionalHours
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>Minutes after the date's midnight, a multiple of 15; null where there is no work.</summary>
    public int? StartMinute { get; init; }

    /// <summary>
    /// Minutes after the date's midnight, exclusive; more than 1440 where work goes on past midnight.
    /// </summary>
    public int? EndMinute { get; init; }
}

/// <summary>A time in which the producer does not work although the hours say so: exact, or whole local days.</summary>
public sealed class TimeOff
{
    public int Id { get; private set; }

    public int ProducerId { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    /// <summary>
    /// First day in the producer's zone, where whole days are meant; <see cref="Start"/> is its beginning.
    /// </summary>
    public LocalDate? FirstDay { get; private init; }

    /// <summary>Last day in the producer's zone, where whole days are meant; <see cref="End"/> is its end.</summary>
    public LocalDate? LastDay { get; private init; }

    /// <summary>Whole days off.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="zone">The producer's zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day comes before the first.</exception>
    public static TimeOff Days(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return new TimeOff
        {
            FirstDay = first,
            LastDay = last,
            Start = zone.AtStartOfDay(first).ToInstant(),
            End = zone.AtStartOfDay(last.PlusDays(1)).ToInstant(),
        };
    }
}
