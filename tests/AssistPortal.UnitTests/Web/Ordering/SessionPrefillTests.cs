using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.UnitTests.Assist.Ordering;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.Web.Features.Ordering;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class SessionPrefillTests
{
    private static readonly DirectorySession Bare = new()
    {
        Key = "1", Topic = "Launch", Start = SampleOrder.Time.Start, DurationMinutes = 60,
    };

    [Fact]
    public void A_session_fills_an_empty_step_three()
    {
        var filled = SessionPrefill.From(
            Bare with { MeetingNumber = "726401938", ExpectedAttendees = 12 }, earlier: null);

        Assert.Equal(("Launch", "726401938", 12, "en"), (
            filled.Details.Topic, filled.Details.MeetingNumber, filled.Details.ExpectedAttendees,
            filled.Details.Language));
        Assert.Empty(filled.Extras);
    }

    [Fact]
    public void What_the_host_typed_stays_where_the_session_says_nothing()
    {
        var filled = SessionPrefill.From(Bare, Drafts.Information);

        Assert.Equal(
            SampleOrder.Event with { Topic = "Launch", MeetingNumber = "", MeetingUrl = "" }, filled.Details);
        Assert.Equal(
            (Drafts.Information.Extras, Drafts.Information.SessionWishes), (filled.Extras, filled.SessionWishes));
    }

    [Fact]
    public void Longer_texts_are_cut_without_splitting_a_character()
    {
        var longest = new string('a', EventDetails.TopicLength - 1) + "👨‍👩‍👧‍👦";

        Assert.Equal(longest, SessionPrefill.From(Bare with { Topic = longest + "👩" }, null).Details.Topic);
    }
}
