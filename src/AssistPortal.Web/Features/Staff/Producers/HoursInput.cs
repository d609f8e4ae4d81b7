using System.Security.Cryptography;
using System.Text;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>
/// Weekly hours and exceptional days as typed, a row each; a day of the week may have several. A row whose times or
/// date are empty goes.
/// </summary>
public sealed class HoursInput
{
    /// <summary>Rows that are offered beyond those in use.</summary>
    public const int SpareRows = 3;

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

    /// <summary>Number of the weekday whose hours Monday to Friday are to have; nothing is saved with it.</summary>
    public string? Copy { get; set; }

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

    /// <summary>The rows of the week: weekday, from and until as typed.</summary>
    public IEnumerable<(string? Day, string? From, string? Until)> Week() =>
        Enumerable.Range(0, Math.Max(Day.Count, From.Count))
            .Select(row => (Day.ElementAtOrDefault(row), From.ElementAtOrDefault(row), Until.ElementAtOrDefault(row)));

    /// <summary>
    /// The rows of each day, Monday first, with their numbers in <see cref="Week"/>, and an empty one for another
    /// stretch of work; at the end those whose day can't be read.
    /// </summary>
    public IEnumerable<HoursDay> Days()
    {
        List<HoursRow> rows = [.. Week().Select((row, index) => new HoursRow(index, row.Day, row.From, row.Until))];
        var next = rows.Count;
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            List<HoursRow> own = [.. rows.Where(row => DayOf(row.Day) == day && !row.IsEmpty)];
            if (rows.Count <= MostRows + SpareRows || own.Count == 0)
            {
                own.Add(new HoursRow(next++, $"{(int)day}", From: null, Until: null));
            }

            yield return new HoursDay(day, own);
        }

        if (rows.FindAll(row => DayOf(row.Day) is null && !row.IsEmpty) is { Count: > 0 } lost)
        {
            yield return new HoursDay(IsoDayOfWeek.None, lost);
        }
    }

    /// <summary>Gives Monday to Friday the hours of one day, whichever it is.</summary>
    /// <returns>False where that day has none.</returns>
    public bool CopyToWeekdays()
    {
        List<(string? Day, string? From, string? Until)> rows = [.. Week()];
        var source = rows.FindAll(row => DayOf(row.Day) is { } day
            && day == DayOf(Copy)
            && (Tolerant.Code(row.From).Length > 0 || Tolerant.Code(row.Until).Length > 0));
        if (source.Count == 0)
        {
            return false;
        }

        var kept = rows.FindAll(row => DayOf(row.Day) is not (>= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday));
        var copies = Enumerable.Range((int)IsoDayOfWeek.Monday, (int)IsoDayOfWeek.Friday)
            .SelectMany(day => source.Select(row => ((string?)$"{day}", row.From, row.Until)));
        Day.Clear();
        From.Clear();
        Until.Clear();
        foreach (var (day, from, until) in copies.Concat(kept))
        {
            Day.Add(day);
            From.Add(from);
            Until.Add(until);
        }

        return true;
    }

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

    /// <summary>Day of the week; null where it can't be read.</summary>
    public static IsoDayOfWeek? DayOf(string? typed) =>
        Tolerant.Number(typed) is >= 1 and <= 7 and var number ? (IsoDayOfWeek)number : null;

    private static string Clock(int minute) =>
        FieldPatterns.Time.Format(LocalTime.FromMinutesSinceMidnight(minute % (24 * 60)));
}
