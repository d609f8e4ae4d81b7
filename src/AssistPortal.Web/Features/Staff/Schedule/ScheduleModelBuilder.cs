using AssistPortal.Assist.Assignments;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Makes what the schedule shows, and says the same in words.</summary>
public sealed class ScheduleModelBuilder(ScheduleBoard board, IClock clock)
{
    /// <param name="days">The days to show, in order.</param>
    /// <param name="zone">Zone of the days and times.</param>
    /// <param name="wanted">Name, package and page of the producers.</param>
    /// <param name="packageNames">Names of packages by key.</param>
    /// <param name="cancellationToken">Nobody looks at the schedule any longer.</param>
    public async Task<ScheduleModel> BuildAsync(
        IReadOnlyList<LocalDate> days,
        DateTimeZone zone,
        BoardQuestion wanted,
        IReadOnlyDictionary<int, string> packageNames,
        CancellationToken cancellationToken)
    {
        List<ScheduleDay> columns = [.. days.Select(date => new ScheduleDay(date, zone))];
        var found = await board.ReadAsync(
            wanted with { Time = new Interval(columns[0].Start, columns[^1].End) }, cancellationToken);
        return new ScheduleModel(
            columns,
            [.. found.Rows.Select(row => new ScheduleRowModel(
                row.ProducerId,
                row.Name,
                row.TimeZone,
                row.IsActive,
                [.. columns.Select(day => CellOf(row, day, zone, packageNames))]))],
            clock.GetCurrentInstant(),
            found.Producers,
            found.Page,
            found.Pages);
    }

    private static ScheduleCell CellOf(
        BoardRow row, ScheduleDay day, DateTimeZone zone, IReadOnlyDictionary<int, string> packageNames)
    {
        var words = new ScheduleWords(day, zone);
        return new ScheduleCell(
            day,
            StretchesOf(row.Working, day, words),
            StretchesOf(row.TimeOff, day, words),
            StretchesOf(row.Busy, day, words),
            [.. row.Reserved.Where(item => day.Within(item.Time) is not null)
                .Select(item => ItemOf(item, day, words, packageNames))]);
    }

    private static ScheduleStretches StretchesOf(IEnumerable<Interval> times, ScheduleDay day, ScheduleWords words)
    {
        List<Interval> parts = [.. times.Select(day.Within).OfType<Interval>()];
        return new ScheduleStretches(
            [.. parts.Select(day.BarOf).OfType<ScheduleBar>()],
            [.. parts.Select(words.Span)],
            parts is [var only] && only.Start == day.Start && only.End == day.End);
    }

    private static ScheduleItem ItemOf(
        BoardReservation item, ScheduleDay day, ScheduleWords words, IReadOnlyDictionary<int, string> packageNames) =>
        new()
        {
            Bar = day.BarOf(item.Time)!,
            EventBar = item.Order is { } order ? day.BarOf(order.Event) : null,
            Words = words.Span(item.Order?.Event ?? item.Time),
            ReservedWords = words.Span(item.Time),
            HeldUntil = item.HoldUntil is { } until ? words.Moment(until) : null,
            Topic = item.Order?.Topic,
            Session = item.Order?.Session,
            PackageName = item.Order is null ? null : packageNames.GetValueOrDefault(item.Order.PackageId),
            Number = item.Order?.Number.ToString(),
        };
}
