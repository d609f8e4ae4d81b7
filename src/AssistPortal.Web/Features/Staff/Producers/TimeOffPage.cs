using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Producers;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's time off.</summary>
public sealed record TimeOffPage
{
    public required Producer Producer { get; init; }

    public required TimeOffInput Input { get; init; }

    /// <summary>Whether the producer looks at it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Time off that has not ended.</summary>
    public required IReadOnlyList<TimeOff> Coming { get; init; }

    /// <summary>What has no cover now.</summary>
    public IReadOnlyList<AssignedTime> Uncovered { get; init; } = [];

    /// <summary>What the time off would leave without cover.</summary>
    public IReadOnlyList<AssignedTime> WouldUncover { get; init; } = [];

    /// <summary>The calendar outside the portal that is read; null for none.</summary>
    public ProducerCalendar? Calendar { get; init; }

    /// <summary>Why the calendar can't be read; null while it can.</summary>
    public CalendarFault? Fault => Calendar?.Fault;

    /// <summary>What it says, as far as it is not over.</summary>
    public IReadOnlyList<BusyTime> Busy { get; init; } = [];

    /// <summary>Which calendar is to be read, as typed.</summary>
    public CalendarInput CalendarInput { get; init; } = new();

    public string? Notice { get; init; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Producer.TimeZone];

    public string View => IsOwn ? "OwnTimeOff" : "TimeOff";

    /// <summary>Where the calendar's address is entered.</summary>
    public string CalendarPath => $"{Path}/calendar";

    public string Path => IsOwn ? "/producer/time-off" : $"/staff/producers/{Producer.Id}/time-off";
}
