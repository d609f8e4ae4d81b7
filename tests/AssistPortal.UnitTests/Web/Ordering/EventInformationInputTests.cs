using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.UnitTests.Assist.Ordering;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.Web.Features.Ordering;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class EventInformationInputTests
{
    private static readonly ExtraRate Rehearsal = new(ExtraKind.Rehearsal, new ExtraFigures(1, 90));

    [Fact]
    public void What_the_draft_holds_is_shown_and_read_back_the_same()
    {
        var draft = Drafts.New().WithEvent();

        var input = EventInformationInput.Of(draft);
        var read = input.Read([Rehearsal]);

        Assert.Equal(SampleOrder.Event, read.Details);
        Assert.Equal(Drafts.Information.Extras, read.Extras);
        Assert.Equal(Drafts.Information.SessionWishes, read.SessionWishes);
        Assert.Equal("reports@demo.example", read.ReportEmail);
        Assert.Equal(
            ("1.5", "2027-03-10T14:00", "1350"), (input.RehearsalHours, input.SessionWish1, input.ExpectedAttendees));
    }

    [Fact]
    public void An_untouched_form_asks_for_English() =>
        Assert.Equal("en", EventInformationInput.Of(Drafts.New()).Language);

    [Fact]
    public void Attendees_that_nobody_knows_are_left_empty()
    {
        var draft = Drafts.New();
        draft.SetEvent(
            Drafts.Information with { Details = SampleOrder.Event with { ExpectedAttendees = 0 } }, Drafts.Now);

        Assert.Null(EventInformationInput.Of(draft).ExpectedAttendees);
    }

    [Fact]
    public void Typed_fields_are_stored_in_their_plain_form()
    {
        var read = new EventInformationInput
        {
            Topic = " Launch ",
            MeetingNumber = "７２６ 401-938",
            MeetingUrl = "　https://x.example/ ",
            ExpectedAttendees = "１,０００",
            Agenda = "a\r\nb\r\n", RecordingFormat = "mp4", SessionWish3 = "2027/3/10 9:15",
        }.Read([Rehearsal]);

        Assert.Equal(
            ("Launch", "726401938", "https://x.example/", 1000, "a\nb", RecordingFormat.Mp4, "en"),
            (read.Details.Topic, read.Details.MeetingNumber, read.Details.MeetingUrl, read.Details.ExpectedAttendees,
                read.Details.Agenda, read.Details.RecordingFormat, read.Details.Language));
        Assert.Equal([new LocalDateTime(2027, 3, 10, 9, 15)], read.SessionWishes);
        Assert.Empty(read.Extras);
    }

    [Fact]
    public void Hours_of_an_extra_that_the_package_does_not_offer_are_left_out()
    {
        var input = new EventInformationInput
        {
            Topic = "x",
            ConsultationHours = "2",
            RehearsalHours = "2",
            RecordingEditingHours = "0",
        };

        Assert.Equal([new OrderedExtra(ExtraKind.Rehearsal, 120)], input.Read([Rehearsal]).Extras);
    }

    [Fact]
    public void Every_extra_has_a_field() =>
        Assert.Equal(
            Enum.GetValues<ExtraKind>().Select(kind => (kind, $"{kind}Hours")),
            ExtraField.All.Select(field => (field.Kind, field.Name)));
}
