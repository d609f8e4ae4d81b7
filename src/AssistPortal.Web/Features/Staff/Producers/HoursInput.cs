using System.Security.Cryptography;
using System.Text;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Weekly hours and exceptional days as typed, a row each. A row whose times or date are empty goes.</summary>
public sealed class HoursInput
{
    /// <summary>Rows that are offered beyond those in use.</summary>
    public const int SpareRows = 3;

    private const int DaysOfWeek = 7;

    /// <summary>Rows of each kind that a form takes.</summary>
    public const int MostRows = 30;

    /// <summary>Number of the weekday, 1 for Monday.</summary>
    public List<string?> Day { get; } = [];

    public List<string?> From { get; } = [];

    public List<string?> Until { get; } = [];

    /// <summary>Date of an exceptional day.</summary>
    public List<string?> Date { get; } = [];

    /// <summary>From when on there is work on it; empty with <see cref="DateUntil"/> where there is none.</summary>
    public List<string?> DateFrom { get; } = [];

    public List<string?> DateUntil { get; } = [];

    /// <summary>The producer's version as the form was made.</summary>
    public string? Version { get; set; }

    /// <summary>The hours as the form was made: see <see cref="SeenOf(Producer)"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>Says that reservations may be left without cover.</summary>
    public string? Confirm { get; set; }

    /// <param name="producer">The producer as saved.</param>
    /// <param name="today">Exceptional days before it are not shown.</param>
    public static HoursInput Of(Producer producer, LocalDate today)
    {
        var input = new HoursInput { Version = $"{producer.Version}", Seen = SeenOf(producer) };
        foreach (var hours in producer.Hours.OrderBy(item => item.Day).ThenBy(item => item.StartMinute))
        {
            input.Day.Add($"{(int)hours.Day}");
            input.From.Add(Clock(hours.StartMinute));
            input.Until.Add(Clock(hours.EndMinute));
        }

        foreach (var hours in producer.ExceptionalHours.Where(item => item.Date >= today)
            .OrderBy(item => item.Date)
            .ThenBy(item => item.StartMinute))
        {
            input.Date.Add(FieldPatterns.Date.Format(hours.Date));
            input.DateFrom.Add(hours.StartMinute is { } start ? Clock(start) : null);
            input.DateUntil.Add(hours.EndMinute is { } end ? Clock(end) : null);
        }

        return input;
    }

    /// <summary>
    /// The rows in use and some empty ones, enough for each day of a week: weekday, from and until as typed.
    /// </summary>
    public IEnumerable<(string? Day, string? From, string? Until)> Week(int spare = SpareRows) =>
        Enumerable.Range(0, Rows(spare))
            .Select(row => (Day.ElementAtOrDefault(row), From.ElementAtOrDefault(row), Until.ElementAtOrDefault(row)));

    /// <summary>The same of exceptional days: date, from and until.</summary>
    public IEnumerable<(string? Date, string? From, string? Until)> Exceptions(int spare = SpareRows) =>
        Enumerable.Range(0, Date.Count + (Date.Count > MostRows ? 0 : spare))
            .Select(row =>
                (Date.ElementAtOrDefault(row), DateFrom.ElementAtOrDefault(row), DateUntil.ElementAtOrDefault(row)));

    /// <summary>Tells a producer's hours from others, whatever else of the producer changes.</summary>
    public static string SeenOf(Producer producer) => SeenOf(producer.TimeZone, HoursReader.Of(producer));

    /// <inheritdoc cref="SeenOf(Producer)" />
    /// <param name="zone">IANA zone of the hours.</param>
    /// <param name="hours">The hours.</param>
    public static string SeenOf(string zone, ProducerChange.Hours hours)
    {
        var week = hours.Week.OrderBy(item => item.Day)
            .ThenBy(item => item.StartMinute)
            .Select(item => $"{(int)item.Day} {item.StartMinute}-{item.EndMinute}");
        var exceptions = hours.Exceptions.OrderBy(item => item.Date)
            .ThenBy(item => item.StartMinute)
            .Select(item => $"{FieldPatterns.Date.Format(item.Date)} {item.StartMinute}-{item.EndMinute}");
        var text = string.Join('\n', [zone, .. week, .. exceptions]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private int Rows(int spare)
    {
        var used = Math.Max(Day.Count, From.Count);
        return spare == 0 || used > MostRows ? used : Math.Max(used + spare, DaysOfWeek);
    }

    private static string Clock(int minute) =>
        FieldPatterns.Time.Format(LocalTime.FromMinutesSinceMidnight(minute % (24 * 60)));
}
