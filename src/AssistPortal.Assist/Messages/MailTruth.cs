using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Mail.Calendars;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Which mails about an order still tell the truth. A calendar entry is judged by its SEQUENCE and by whose it is, what
/// has none by what was told after it. A mail with several entries is true as long as each of them is.
/// </summary>
/// <param name="order">The order as it is.</param>
/// <param name="sessions">Its sessions.</param>
/// <param name="producers">Addresses of their producers and its own.</param>
/// <param name="mails">All mails about it.</param>
/// <param name="now">The moment.</param>
internal sealed class MailTruth(
    Order order,
    IReadOnlyList<OrderSession> sessions,
    IReadOnlyDictionary<int, string> producers,
    IReadOnlyList<MailTold> mails,
    Instant now)
{
    /// <summary>What makes a mail without a calendar entry untrue that was written before.</summary>
    private static readonly HashSet<string> Changes =
        [OrderUpdatedMail.Cause, OrderEditedMail.Cause, ProducerChangedMail.Cause];

    /// <summary>
    /// Those without a calendar entry that tell a state to which no entry belongs, the first one first.
    /// </summary>
    private static readonly string[] States =
        [ReportReadyMail.Cause, InvoiceIssuedMail.Cause, OrderReaddressedMail.Cause];

    /// <summary>Null where it is true.</summary>
    public OutdatedReason? Fault(MailTold mail) => mail switch
    {
        { Cause: OrderReaddressedMail.Cause } => mail.IsTo(order.Contact.Email) ? OutdatedReason.Changed : null,
        { Entries.Count: > 0 } => mail.Entries
            .Select(entry => Fault(mail, entry))
            .FirstOrDefault(fault => fault is not null),
        { Cause: ReportReadyMail.Cause } => order.State != OrderState.Completed || HasLaterRevision(mail)
            ? OutdatedReason.Changed
            : null,
        { Cause: InvoiceIssuedMail.Cause } => mails.Any(later => later.CreatedAt > mail.CreatedAt
            && later.Cause is InvoiceIssuedMail.Cause or InvoiceCreditedMail.Cause)
            ? OutdatedReason.Invoice
            : null,
        { Cause: InvoiceCreditedMail.Cause } => null,
        _ => FaultWithoutEntry(mail),
    };

    /// <summary>The mails that tell the same reader how it is now: of each entry at most one.</summary>
    public IReadOnlyList<MailTold> Instead(MailTold mail)
    {
        string[][] told = mail.Entries.Count > 0
            ? [.. mail.Entries.Select(entry => new[] { entry.Uid })]
            : [[order.CalendarUid, order.ProducerCalendarUid]];
        return [.. told.Select(uids => Instead(mail, uids)).OfType<MailTold>().DistinctBy(other => other.Id)];
    }

    /// <summary>
    /// The entries of a mail with several that hold though others do not, where no mail that is true tells them to its
    /// reader.
    /// </summary>
    public IReadOnlyList<CalendarFacts> Untold(MailTold mail) => mail.Entries.Count < 2
        ? []
        : [.. mail.Entries.Where(entry => Fault(mail, entry) is null && Instead(mail, [entry.Uid]) is null)];

    private MailTold? Instead(MailTold mail, string[] uids) => mails
        .Where(other => other.Id != mail.Id && other.IsTo(mail.Recipient))
        .Where(other => other.Entries.Count > 0
            ? other.Entries.Any(told => uids.Contains(told.Uid, StringComparer.Ordinal))
            : States.Contains(other.Cause, StringComparer.Ordinal))
        .Where(other => Fault(other) is null)
        .OrderByDescending(other => other.Entries.Count > 0)
        .ThenBy(other => Array.IndexOf(States, other.Cause))
        .ThenByDescending(other => other.CreatedAt)
        .FirstOrDefault();

    private OutdatedReason? Fault(MailTold mail, CalendarFacts entry) => entry.Method == CalendarMethod.Cancel
        ? FaultOfEnd(mail, entry)
        : EndOfOrder ?? FaultOf(mail, entry);

    private OutdatedReason? EndOfOrder => order.State switch
    {
        OrderState.Cancelled => OutdatedReason.Cancelled,
        OrderState.Completed => OutdatedReason.Completed,
        _ => null,
    };

    private OutdatedReason? FaultOf(MailTold mail, CalendarFacts entry)
    {
        var session = SessionOf(entry);
        if (session is { IsCancelled: true })
        {
            return OutdatedReason.SessionCancelled;
        }

        var (start, end) = session is null ? (order.Time.Start, order.Time.End) : (session.Start, session.End);
        return !mail.IsTo(ReaderOf(entry, session)) ? OutdatedReason.Elsewhere
            : !HasLaterEntry(entry) ? null
            : IsAt(entry, start, end) ? OutdatedReason.Changed
            : OutdatedReason.Moved;
    }

    /// <summary>The end of an entry is true for as long as its reader has not got it back.</summary>
    private OutdatedReason? FaultOfEnd(MailTold mail, CalendarFacts entry)
    {
        var session = SessionOf(entry);
        var isOver = order.State == OrderState.Cancelled || session is { IsCancelled: true };
        return !isOver && mail.IsTo(ReaderOf(entry, session)) ? OutdatedReason.Changed : null;
    }

    private OutdatedReason? FaultWithoutEntry(MailTold mail)
    {
        var end = order.CancelledAt ?? order.CompletedAt;
        if (end > mail.CreatedAt || (end is not null && mail.Cause == OrderReminderMail.Cause))
        {
            return EndOfOrder;
        }

        if (mails.LastOrDefault(later => later.CreatedAt > mail.CreatedAt && Changes.Contains(later.Cause))
            is { } change)
        {
            return change.Cause == OrderUpdatedMail.Cause ? OutdatedReason.Moved : OutdatedReason.Changed;
        }

        return mail.Cause switch
        {
            OrderReminderMail.Cause when order.Time.Start <= now => OutdatedReason.Begun,
            LanguageAnswerMail.Cause when HasLaterRevision(mail) => OutdatedReason.Changed,
            _ => null,
        };
    }

    private bool HasLaterEntry(CalendarFacts entry) =>
        mails.Any(later => later.Entries.Any(told => told.Uid == entry.Uid && told.Sequence > entry.Sequence));

    private bool HasLaterRevision(MailTold mail) =>
        mails.Any(later => later.Cause == mail.Cause && later.Revision > mail.Revision);

    /// <summary>A producer's entry holds the whole reserved time, before and after the event too.</summary>
    private bool IsAt(CalendarFacts entry, Instant start, Instant end) => entry.Uid == order.ProducerCalendarUid
        ? entry.Start <= start && entry.End >= end
        : (entry.Start, entry.End) == (start, end);

    private OrderSession? SessionOf(CalendarFacts entry) => sessions.FirstOrDefault(
        session => session.CalendarUid == entry.Uid || session.ProducerCalendarUid == entry.Uid);

    /// <summary>Whose calendar the entry belongs into.</summary>
    private string ReaderOf(CalendarFacts entry, OrderSession? session) =>
        session is not null && entry.Uid == session.ProducerCalendarUid ? producers[session.ProducerId]
        : entry.Uid == order.ProducerCalendarUid ? producers[order.ProducerId]
        : order.Contact.Email;
}
