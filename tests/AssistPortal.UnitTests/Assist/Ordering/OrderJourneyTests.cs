using AssistPortal.Assist.Ordering;

namespace AssistPortal.UnitTests.Assist.Ordering;

public sealed class OrderJourneyTests
{
    /// <summary>
    /// Time set, answer of step 2 (none, open, yes, no), package's meeting scheduled first, last allowed step.
    /// </summary>
    public static TheoryData<bool, string, bool, OrderStep> States => new()
    {
        { false, "none", false, OrderStep.Availability },
        { false, "none", true, OrderStep.Availability },
        { false, "open", false, OrderStep.Availability },
        { false, "open", true, OrderStep.Availability },
        { false, "yes", false, OrderStep.Availability },
        { false, "yes", true, OrderStep.Availability },
        { false, "no", false, OrderStep.Availability },
        { false, "no", true, OrderStep.Availability },
        { true, "none", false, OrderStep.MeetingLookup },
        { true, "none", true, OrderStep.MeetingLookup },
        { true, "open", false, OrderStep.EventInformation },
        { true, "open", true, OrderStep.MeetingLookup },
        { true, "yes", false, OrderStep.EventInformation },
        { true, "yes", true, OrderStep.EventInformation },
        { true, "no", false, OrderStep.EventInformation },
        { true, "no", true, OrderStep.EventInformation },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_draft_may_enter_every_step_up_to_the_last_that_its_answers_allow(
        bool hasTime, string lookup, bool scheduledFirst, OrderStep expected)
    {
        var draft = DraftIn(hasTime, lookup);

        Assert.Equal(expected, OrderJourney.LastAllowed(draft, scheduledFirst));
        Assert.All(
            Enum.GetValues<OrderStep>(),
            step => Assert.Equal(step <= expected, OrderJourney.MayEnter(step, draft, scheduledFirst)));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void After_a_passed_step_comes_the_next_one_unless_something_before_it_is_open(
        bool hasTime, string lookup, bool scheduledFirst, OrderStep last)
    {
        var draft = DraftIn(hasTime, lookup);

        Assert.All(
            Enum.GetValues<OrderStep>(),
            step => Assert.Equal(
                (OrderStep)Math.Min((int)step + 1, (int)last), OrderJourney.Next(step, draft, scheduledFirst)));
    }

    [Fact]
    public void Confirmation_is_never_entered_by_a_draft() =>
        Assert.False(OrderJourney.MayEnter(
            OrderStep.Confirmation, Drafts.New().WithTime().WithLookup().WithEvent(), scheduledFirst: false));

    [Fact]
    public void What_was_typed_in_step_three_opens_no_earlier_step() =>
        Assert.Equal(
            OrderStep.Availability,
            OrderJourney.LastAllowed(Drafts.New().WithLookup().WithEvent(), scheduledFirst: true));

    private static OrderDraft DraftIn(bool hasTime, string lookup)
    {
        var draft = hasTime ? Drafts.New().WithTime() : Drafts.New();
        return lookup switch
        {
            "none" => draft,
            "open" => draft.WithLookup(new MeetingLookupAnswer(null, null, null, null)),
            "yes" => draft.WithLookup(),
            _ => draft.WithLookup(new MeetingLookupAnswer(false, null, null, null)),
        };
    }
}
