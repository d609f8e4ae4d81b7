using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>
/// Times of a day in words: the date only where it is another one, the offset only where a time occurs twice.
/// </summary>
internal sealed class ScheduleWords(ScheduleDay day, DateTimeZone zone)
{
    public string Span(Interval time) =>
        $"{Moment(time.Start)} – {(time.End == day.End ? Bare(time.End.InZone(zone)) : Moment(time.End))}";

    public string Moment(Instant moment)
    {
        var local = moment.InZone(zone);
        return local.Date == day.Date ? Bare(local) : $"{Wording.ShortDate(local.Date)} {Bare(local)}";
    }

    private static string Bare(ZonedDateTime time) => LocalTimes.FoldOf(time) is null
        ? Wording.Time(time.TimeOfDay)
        : $"{Wording.Time(time.TimeOfDay)} ({Wording.Offset(time.Offset)})";
}
