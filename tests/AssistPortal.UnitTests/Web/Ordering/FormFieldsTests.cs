using AssistPortal.Assist.Ordering;
using AssistPortal.UnitTests.Assist.Ordering;
using AssistPortal.Web.Features.Ordering;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class FormFieldsTests
{
    [Fact]
    public void A_form_is_kept_as_it_was_typed_and_comes_back()
    {
        var draft = Drafts.New();
        var typed = new EventInformationInput { Topic = " 春季 \r\n", ExpectedAttendees = "many", SessionWish2 = "soon" };

        draft.KeepUnfinished(FormFields.Keep(OrderStep.EventInformation, typed), Drafts.Now);
        var kept = draft.UnfinishedInput<EventInformationInput>(OrderStep.EventInformation);

        Assert.Equal((" 春季 \r\n", "many", "soon"), (kept?.Topic, kept?.ExpectedAttendees, kept?.SessionWish2));
    }

    [Fact]
    public void Only_fields_that_were_typed_in_are_kept()
    {
        var kept = FormFields.Keep(
            OrderStep.MeetingLookup, new MeetingLookupInput { IsScheduled = "yes", HostId = "" });

        Assert.Equal(OrderStep.MeetingLookup, kept.Step);
        Assert.Equal(["IsScheduled"], kept.Fields.Keys);
    }

    [Fact]
    public void A_field_that_was_emptied_comes_back_empty_even_where_a_new_form_has_a_preset()
    {
        var draft = Drafts.New();
        draft.KeepUnfinished(FormFields.Keep(OrderStep.EventInformation, new EventInformationInput()), Drafts.Now);

        Assert.Null(draft.UnfinishedInput<EventInformationInput>(OrderStep.EventInformation)?.Language);
    }

    [Fact]
    public void What_another_step_kept_does_not_matter()
    {
        var draft = Drafts.New();
        draft.KeepUnfinished(
            FormFields.Keep(OrderStep.Availability, new AvailabilityInput { Phone = "1" }), Drafts.Now);

        Assert.Null(draft.UnfinishedInput<MeetingLookupInput>(OrderStep.MeetingLookup));
        Assert.Equal("1", draft.UnfinishedInput<AvailabilityInput>(OrderStep.Availability)?.Phone);
    }

    [Fact]
    public void Fields_that_a_form_no_longer_has_are_passed_over()
    {
        var draft = Drafts.New();
        draft.KeepUnfinished(Drafts.Typed(OrderStep.MeetingLookup, "no such field"), Drafts.Now);

        Assert.NotNull(draft.UnfinishedInput<MeetingLookupInput>(OrderStep.MeetingLookup));
    }
}
