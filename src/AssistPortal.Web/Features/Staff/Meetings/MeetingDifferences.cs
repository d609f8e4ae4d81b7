using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Tells what somebody else has saved, where it is not what was typed.</summary>
public sealed class MeetingDifferences(
    IStringLocalizer<OrderingTexts> ordering,
    IStringLocalizer<TimesTexts> times,
    IStringLocalizer<MeetingsTexts> texts,
    IStringLocalizer<AssistTexts> assist)
{
    public ChangedMeanwhile Between(MeetingInput typed, MeetingInput saved) => ChangedMeanwhile.Between(
        [
            (assist["Word.HostId"], typed.HostId, saved.HostId),
            (ordering["HostEmail"], typed.HostEmail, saved.HostEmail),
            (ordering["Topic"], typed.Topic, saved.Topic),
            (ordering["MeetingNumber"], Tolerant.Digits(typed.MeetingNumber), saved.MeetingNumber),
            (ordering["MeetingUrl"], typed.MeetingUrl, saved.MeetingUrl),
            (times["StartDate"], typed.StartDate, saved.StartDate),
            (times["StartTime"], typed.StartTime, saved.StartTime),
            (times["TimeZone"], typed.TimeZone, saved.TimeZone),
            (texts["Duration"], typed.DurationMinutes, saved.DurationMinutes),
            (ordering["Attendees"], typed.ExpectedAttendees, saved.ExpectedAttendees),
            (ordering["Presenters"], typed.Presenters, saved.Presenters),
            (ordering["Agenda"], typed.Agenda, saved.Agenda),
        ]);
}
