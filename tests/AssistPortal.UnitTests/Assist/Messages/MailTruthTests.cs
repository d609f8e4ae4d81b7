using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Mail.Calendars;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Messages;

/// <summary>Case D1: which mails about an order may still be sent.</summary>
public sealed class MailTruthTests
{
    private const string Customer = "host@demo.example";
    private const string Former = "pat@portal.example";
    private const string Other = "olga@portal.example";

    private readonly Order order = SampleOrder.Placed();
    private readonly List<OrderSession> sessions = [];
    private readonly List<MailTold> mails = [];
    private Instant now = SampleOrder.Now;

    [Fact]
    public void D1_a_move_makes_what_told_the_former_time_untrue()
    {
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        var link = Tell(AccessLinkMail.Cause, Customer);
        Assert.All(mails, mail => Assert.Null(Truth().Fault(mail)));
        order.Move(order.Time.Start + Duration.FromDays(1), 7, now);
        var updated = Tell(OrderUpdatedMail.Cause, Customer, order.CalendarUid);
        Assert.Equal(OutdatedReason.Moved, Truth().Fault(placed));
        Assert.Equal(OutdatedReason.Moved, Truth().Fault(link));
        Assert.Null(Truth().Fault(updated));
        Assert.All(new[] { placed, link }, mail => Assert.Equal(updated, Instead(mail)));
    }

    [Fact]
    public void D1_after_a_cancellation_only_it_is_true()
    {
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        var reminder = Tell(OrderReminderMail.Cause, Customer);
        order.Cancel(now, feeMinor: 0);
        var cancelled = Tell(OrderCancelledMail.Cause, Customer, order.CalendarUid, CalendarMethod.Cancel);
        Assert.All(new[] { placed, reminder }, mail => Assert.Equal(OutdatedReason.Cancelled, Truth().Fault(mail)));
        Assert.All(new[] { placed, reminder }, mail => Assert.Equal(cancelled, Instead(mail)));
        Assert.Null(Truth().Fault(cancelled));
    }

    [Fact]
    public void D1_after_completion_the_report_is_true()
    {
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        now = order.Time.End + Duration.FromHours(1);
        order.Complete(now);
        Assert.Equal(OutdatedReason.Completed, Truth().Fault(placed));
        Assert.Null(Instead(placed));
        var report = Tell(ReportReadyMail.Cause, Customer);
        Assert.Equal(report, Instead(placed));
        var corrected = Tell(ReportReadyMail.Cause, Customer, revision: 1);
        Assert.Equal(OutdatedReason.Changed, Truth().Fault(report));
        Assert.Null(Truth().Fault(corrected));
    }

    [Fact]
    public void D1_a_producer_is_told_of_an_order_only_while_it_is_theirs()
    {
        var assigned = Tell(ProducerAssignedMail.Cause, Former, order.ProducerCalendarUid);
        order.Assign(8, now);
        var released = Tell(ProducerReleasedMail.Cause, Former, order.ProducerCalendarUid, CalendarMethod.Cancel);
        var next = Tell(ProducerAssignedMail.Cause, Other, order.ProducerCalendarUid);
        Assert.Equal(OutdatedReason.Elsewhere, Truth().Fault(assigned));
        Assert.Equal(released, Instead(assigned));
        Assert.All(new[] { released, next }, mail => Assert.Null(Truth().Fault(mail)));
        order.Assign(7, now);
        var again = Tell(ProducerAssignedMail.Cause, Former, order.ProducerCalendarUid);
        Assert.Equal(OutdatedReason.Changed, Truth().Fault(released));
        Assert.Equal(OutdatedReason.Changed, Truth().Fault(assigned));
        Assert.Equal(again, Instead(released));
    }

    [Fact]
    public void D1_a_session_has_a_truth_of_its_own()
    {
        var session = OrderSession.Schedule(
            order.Id, SessionKind.Rehearsal, 7, order.Time.Start - Duration.FromDays(7), 60);
        sessions.Add(session);
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        var scheduled = TellOf(session, SessionAct.Scheduled);
        session.Move(7, session.Start + Duration.FromHours(1), 60, now);
        var moved = TellOf(session, SessionAct.Moved);
        Assert.Equal(OutdatedReason.Moved, Truth().Fault(scheduled));
        Assert.Equal(moved, Instead(scheduled));
        session.Cancel(now);
        var cancelled = TellOf(session, SessionAct.Cancelled);
        Assert.All(
            new[] { scheduled, moved }, mail => Assert.Equal(OutdatedReason.SessionCancelled, Truth().Fault(mail)));
        Assert.Equal(cancelled, Instead(moved));
        Assert.All(new[] { placed, cancelled }, mail => Assert.Null(Truth().Fault(mail)));
    }

    [Fact]
    public void D18_a_mail_about_several_sessions_is_true_while_each_of_them_is()
    {
        var first = OrderSession.Schedule(
            order.Id, SessionKind.PlanningCall, 7, order.Time.Start - Duration.FromDays(9), 15);
        var second = OrderSession.Schedule(
            order.Id, SessionKind.Rehearsal, 7, order.Time.Start - Duration.FromDays(7), 60);
        sessions.AddRange([first, second]);
        var plan = Tell(
            SessionPlanMail.CauseOf(SessionReader.Customer),
            Customer,
            EntryOf(first, CalendarMethod.Request),
            EntryOf(second, CalendarMethod.Request));
        Assert.Null(Truth().Fault(plan));
        second.Move(8, second.Start, 60, now);
        Assert.Null(Truth().Fault(plan));
        second.Move(8, second.Start + Duration.FromHours(1), 60, now);
        var moved = TellOf(second, SessionAct.Moved);
        Assert.Equal(OutdatedReason.Moved, Truth().Fault(plan));
        Assert.Equal([moved], Truth().Instead(plan));
    }

    [Fact]
    public void D1_a_change_that_no_calendar_of_the_reader_shows_leaves_the_invitation_true()
    {
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        order.Assign(8, now);
        Assert.Null(Truth().Fault(placed));
    }

    [Fact]
    public void D1_another_contact_has_the_order()
    {
        var placed = Tell(OrderPlacedMail.Cause, Customer, order.CalendarUid);
        order.Correct(order.Contact with { Email = "new@demo.example" }, "");
        var readdressed = Tell(OrderReaddressedMail.Cause, Customer, order.CalendarUid, CalendarMethod.Cancel);
        Assert.Equal(OutdatedReason.Elsewhere, Truth().Fault(placed));
        Assert.Equal(readdressed, Instead(placed));
        Assert.Null(Truth().Fault(readdressed));
    }

    [Fact]
    public void D1_a_reminder_comes_too_late_once_the_event_has_begun()
    {
        var reminder = Tell(OrderReminderMail.Cause, Customer);
        Assert.Null(Truth().Fault(reminder));
        now = order.Time.Start;
        Assert.Equal(OutdatedReason.Begun, Truth().Fault(reminder));
    }

    [Fact]
    public void D1_an_invoice_that_was_credited_is_not_sent()
    {
        var invoice = Tell(InvoiceIssuedMail.Cause, Customer);
        Assert.Null(Truth().Fault(invoice));
        var credit = Tell(InvoiceCreditedMail.Cause, Customer, revision: 1);
        Assert.Equal(OutdatedReason.Invoice, Truth().Fault(invoice));
        Assert.Null(Truth().Fault(credit));
    }

    private MailTold? Instead(MailTold mail) => Truth().Instead(mail).SingleOrDefault();

    private MailTruth Truth() =>
        new(order, sessions, new Dictionary<int, string> { [7] = Former, [8] = Other }, mails, now);

    private MailTold TellOf(OrderSession session, SessionAct act) => Tell(
        SessionMail.CauseOf(act, SessionReader.Customer),
        Customer,
        EntryOf(
            session, act == SessionAct.Cancelled ? CalendarMethod.Cancel : CalendarMethod.Request));

    private static CalendarFacts EntryOf(OrderSession session, CalendarMethod method) =>
        new(session.CalendarUid, session.CalendarSequence, session.Start, session.End, method);

    private MailTold Tell(
        string cause,
        string recipient,
        string? uid = null,
        CalendarMethod method = CalendarMethod.Request,
        int revision = 0) => Tell(
            cause,
            recipient,
            revision,
            uid is null
                ? []
                : [new CalendarFacts(uid, order.CalendarSequence, order.Time.Start, order.Time.End, method)]);

    private MailTold Tell(string cause, string recipient, params CalendarFacts[] entries) =>
        Tell(cause, recipient, revision: 0, entries);

    private MailTold Tell(string cause, string recipient, int revision, CalendarFacts[] entries)
    {
        now += Duration.FromMinutes(1);
        var told = new MailTold
        {
            Id = Guid.NewGuid(),
            Cause = cause,
            SubjectId = $"{order.Id}",
            Revision = revision,
            Recipient = recipient,
            Subject = cause,
            Language = "en",
            CreatedAt = now,
            Entries = entries,
        };
        mails.Add(told);
        return told;
    }
}
