using AssistPortal.Assist.Ordering;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Ordering;

public sealed class OrderDraftTests
{
    private static readonly Instant Later = Drafts.Now + Duration.FromDays(3);

    [Fact]
    public void A_new_draft_belongs_to_its_host_and_has_nothing_but_contact_details()
    {
        var host = Guid.NewGuid();

        var draft = Drafts.New(host);

        Assert.Equal(
            (host, 3, 5, SampleOrder.Contact), (draft.HostUserId, draft.SiteId, draft.PackageId, draft.Contact));
        Assert.Null(draft.Time);
        Assert.Null(draft.Lookup);
        Assert.Null(draft.Event);
        Assert.Empty(draft.Unfinished);
        Assert.Equal((Drafts.Now, Drafts.Now + Duration.FromDays(30)), (draft.CreatedAt, draft.ExpiresAt));
    }

    [Fact]
    public void A_draft_of_staff_is_open_to_the_coordinator_alone_and_knows_whose_order_it_will_be()
    {
        var (staff, host) = (Guid.NewGuid(), Guid.NewGuid());

        var own = Drafts.New(host);
        var forHost = OrderDraft.BeginByStaff(staff, host, 3, 5, SampleOrder.Contact, Drafts.Now);
        var forSite = OrderDraft.BeginByStaff(staff, null, 3, 5, SampleOrder.Contact, Drafts.Now);

        Assert.Equal((host, false, host), (own.OpenedById, own.IsByStaff, own.HostUserId));
        Assert.Equal((staff, true, host), (forHost.OpenedById, forHost.IsByStaff, forHost.HostUserId));
        Assert.Equal((staff, true, (Guid?)null), (forSite.OpenedById, forSite.IsByStaff, forSite.HostUserId));
        Assert.Equal((host, forSite.Id), (forHost.WisherId, forSite.WisherId));
    }

    [Fact]
    public void Only_staff_give_a_reason_for_short_notice_and_choose_the_language_of_mails()
    {
        var own = Drafts.New();
        var draft = OrderDraft.BeginByStaff(Guid.NewGuid(), null, 3, 5, SampleOrder.Contact, Drafts.Now);

        draft.Override("By phone");
        draft.MailIn("zh-Hant");

        Assert.Equal(("By phone", "zh-Hant"), (draft.OverrideReason, draft.MailLanguage));
        Assert.Throws<InvalidOperationException>(() => own.Override("By phone"));
        Assert.Throws<InvalidOperationException>(() => own.MailIn("en"));
        Assert.Throws<ArgumentException>(() => draft.Override(" "));
    }

    [Fact]
    public void Its_number_is_a_random_one()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => Drafts.New().Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(4, id.Version));
    }

    [Fact]
    public void Passing_step_one_sets_package_contact_and_time()
    {
        var draft = Drafts.New();
        var contact = SampleOrder.Contact with { FirstName = "Sophia" };

        draft.SetAvailability(8, 9, contact, SampleOrder.Time, Later);

        Assert.Equal((8, 9, contact, SampleOrder.Time), (draft.SiteId, draft.PackageId, draft.Contact, draft.Time));
    }

    [Fact]
    public void Another_site_drops_the_session_that_was_picked_at_the_first()
    {
        var draft = Drafts.New().WithTime().WithLookup().WithEvent();

        draft.WithTime(siteId: 4);

        Assert.Equal(Drafts.Scheduled with { SessionKey = null }, draft.Lookup);
        Assert.NotNull(draft.Event);
    }

    [Fact]
    public void The_same_site_keeps_the_session()
    {
        var draft = Drafts.New().WithTime().WithLookup();

        draft.SetAvailability(draft.SiteId, packageId: 6, SampleOrder.Contact, SampleOrder.Time, Later);

        Assert.Equal("session-1", draft.Lookup?.SessionKey);
    }

    [Fact]
    public void What_a_meeting_fills_in_leaves_a_draft_untouched_until_somebody_types()
    {
        var draft = Drafts.New();

        draft.Preset(Drafts.Scheduled, Drafts.Information, Drafts.Typed(OrderStep.Availability, "known"));

        Assert.True(draft.IsUntouched);
        Assert.Equal((Drafts.Scheduled, Drafts.Information), (draft.Lookup, draft.Event));
        draft.KeepUnfinished(Drafts.Typed(OrderStep.Availability, "typed"), Later);
        Assert.False(draft.IsUntouched);
    }

    [Theory]
    [InlineData(OrderStep.Availability)]
    [InlineData(OrderStep.MeetingLookup)]
    [InlineData(OrderStep.EventInformation)]
    public void Passing_a_step_ends_its_unfinished_form_and_no_other(OrderStep passed)
    {
        var draft = Drafts.New();
        OrderStep[] steps = [OrderStep.Availability, OrderStep.MeetingLookup, OrderStep.EventInformation];
        foreach (var step in steps)
        {
            draft.KeepUnfinished(Drafts.Typed(step, $"{step}"), Drafts.Now);
        }

        _ = passed switch
        {
            OrderStep.Availability => draft.WithTime(),
            OrderStep.MeetingLookup => draft.WithLookup(),
            _ => draft.WithEvent(),
        };

        Assert.Equal(steps.Where(step => step != passed), draft.Unfinished.Select(form => form.Step));
    }

    [Fact]
    public void Of_a_step_only_what_was_typed_last_is_kept()
    {
        var draft = Drafts.New();

        draft.KeepUnfinished(Drafts.Typed(OrderStep.EventInformation, "first"), Drafts.Now);
        draft.KeepUnfinished(Drafts.Typed(OrderStep.EventInformation, "second"), Drafts.Now);

        Assert.Equal("second", Assert.Single(draft.Unfinished).Fields["Topic"]);
    }

    [Fact]
    public void What_was_typed_and_refused_leaves_the_accepted_answers_alone()
    {
        var draft = Drafts.New().WithTime().WithLookup().WithEvent();

        draft.KeepUnfinished(Drafts.Typed(OrderStep.EventInformation, "other"), Later);

        Assert.Equal(Drafts.Information, draft.Event);
    }

    [Fact]
    public void Working_on_it_keeps_it_for_another_thirty_days()
    {
        Action<OrderDraft>[] works =
        [
            draft => draft.WithTime(now: Later),
            draft => draft.SetLookup(Drafts.Scheduled, Later),
            draft => draft.SetEvent(Drafts.Information, Later),
            draft => draft.KeepUnfinished(Drafts.Typed(OrderStep.Availability, "x"), Later),
        ];

        Assert.All(works, work =>
        {
            var draft = Drafts.New();
            work(draft);
            Assert.Equal(Later + OrderDraft.Lifetime, draft.ExpiresAt);
            Assert.Equal(Drafts.Now, draft.CreatedAt);
        });
    }
}
