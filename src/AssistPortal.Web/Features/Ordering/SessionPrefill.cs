using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// Fills step 3 with what the meeting directory knows of the picked session. A directory may allow longer texts.
/// </summary>
internal static class SessionPrefill
{
    /// <summary>Fills the draft's step 3, and its form where that was left unfinished.</summary>
    public static void Into(OrderDraft draft, DirectorySession session, Instant now)
    {
        var typed = draft.UnfinishedInput<EventInformationInput>(OrderStep.EventInformation);
        draft.SetEvent(From(session, draft.Event), now);
        if (typed is not null)
        {
            Fill(typed, session);
            draft.KeepUnfinished(FormFields.Keep(OrderStep.EventInformation, typed), now);
        }
    }

    /// <param name="session">The session.</param>
    /// <param name="earlier">What step 3 held before; kept where the session says nothing.</param>
    public static EventInformation From(DirectorySession session, EventInformation? earlier) => new(
        new EventDetails
        {
            Topic = TypedText.Cut(session.Topic, EventDetails.TopicLength),
            MeetingNumber = session.MeetingNumber,
            MeetingUrl = session.MeetingUrl,
            ExpectedAttendees = session.ExpectedAttendees ?? earlier?.Details.ExpectedAttendees ?? 0,
            Presenters = TypedText.Cut(
                Or(session.Presenters, earlier?.Details.Presenters), EventDetails.PresentersLength),
            Agenda = TypedText.Cut(Or(session.Agenda, earlier?.Details.Agenda), EventDetails.AgendaLength),
            RecordingFormat = earlier?.Details.RecordingFormat ?? RecordingFormat.None,
            Language = earlier?.Details.Language ?? AssistLanguages.English,
            OtherComments = earlier?.Details.OtherComments ?? "",
        },
        earlier?.Extras ?? [],
        earlier?.SessionWishes ?? [],
        earlier?.ReportEmail ?? "");

    private static void Fill(EventInformationInput typed, DirectorySession session)
    {
        var known = From(session, earlier: null).Details;
        (typed.Topic, typed.MeetingNumber, typed.MeetingUrl) = (known.Topic, known.MeetingNumber, known.MeetingUrl);
        typed.ExpectedAttendees = session.ExpectedAttendees is { } people ? $"{people}" : typed.ExpectedAttendees;
        typed.Presenters = Or(known.Presenters, typed.Presenters);
        typed.Agenda = Or(known.Agenda, typed.Agenda);
    }

    private static string Or(string text, string? otherwise) => text.Length > 0 ? text : otherwise ?? "";
}
