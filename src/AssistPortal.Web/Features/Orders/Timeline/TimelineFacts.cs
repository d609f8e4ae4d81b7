using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>Everything that the tables know of what happened to an order.</summary>
internal sealed record TimelineFacts
{
    // A time line of more is read by nobody; the audit trail has all.
    private const int MostActs = 500;

    public required Order Order { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TimelineAct> Acts { get; init; }

    public required IReadOnlyList<TimelineMail> Mails { get; init; }

    public required IReadOnlyList<OrderSession> Sessions { get; init; }

    public required IReadOnlyList<Invoice> Invoices { get; init; }

    public required OrderReport? Report { get; init; }

    public required IReadOnlyList<string> Recordings { get; init; }

    /// <summary>Names of the accounts that did something, or to which the order was given.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    /// <summary>Names of the producers who had something to do with it.</summary>
    public required IReadOnlyDictionary<int, string> Producers { get; init; }

    public static async Task<TimelineFacts> ReadAsync(
        PortalDbContext db, AuditRecords records, Order order, bool isForStaff, CancellationToken cancellationToken)
    {
        var sessions = await db.Set<OrderSession>().AsNoTracking()
            .Where(session => session.OrderId == order.Id)
                .OrderBy(session => session.Start)
                .ToListAsync(cancellationToken);
        var invoices = await db.Set<Invoice>().AsNoTracking()
            .Where(invoice => invoice.OrderId == order.Id)
                .OrderBy(invoice => invoice.IssuedAt)
                .ToListAsync(cancellationToken);
        var entries = await EntriesAsync(db, order, invoices, cancellationToken);
        List<TimelineAct> acts = [.. entries.Select(entry => new TimelineAct(entry, records.Read(entry)))];
        var actors = acts.Select(act => act.Entry.ActorId).OfType<Guid>()
            .Concat(acts.SelectMany(act => act.People)).Distinct().ToList();
        var producers = acts.SelectMany(act => act.Producers)
            .Concat(sessions.Select(session => session.ProducerId))
            .Append(order.ProducerId).Distinct().ToList();
        return new TimelineFacts
        {
            Order = order,
            Acts = acts,
            Mails = await MailsAsync(db, order, sessions, isForStaff, cancellationToken),
            Sessions = sessions,
            Invoices = invoices,
            Report = await db.Set<OrderReport>()
                .AsNoTracking()
                .SingleOrDefaultAsync(report => report.OrderId == order.Id, cancellationToken),
            Recordings = await db.Set<OrderRecording>().Where(recording => recording.OrderId == order.Id)
                .OrderBy(recording => recording.Position)
                    .Select(recording => recording.Address)
                    .ToListAsync(cancellationToken),
            People = (await db.Users.Where(user => actors.Contains(user.Id))
                .Select(user => new { user.Id, user.FirstName, user.LastName })
                .ToListAsync(cancellationToken)).ToDictionary(
                    user => user.Id, user => Wording.Name(user.FirstName, user.LastName)),
            Producers = await db.Set<Producer>().Where(producer => producers.Contains(producer.Id))
                .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken),
        };
    }

    private static async Task<List<AuditEntry>> EntriesAsync(
        PortalDbContext db, Order order, List<Invoice> invoices, CancellationToken cancellationToken)
    {
        string[] subjects = [nameof(Order), nameof(Invoice)];
        List<string> ids = [$"{order.Id}", .. invoices.Select(invoice => $"{invoice.Id}")];
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => subjects.Contains(entry.Subject) && ids.Contains(entry.SubjectId))
            .OrderByDescending(entry => entry.Id)
            .Take(MostActs)
            .ToListAsync(cancellationToken);
        entries.Reverse();
        return entries;
    }

    /// <summary>A customer reads of the mails to the contact that went out or failed.</summary>
    private static async Task<IReadOnlyList<TimelineMail>> MailsAsync(
        PortalDbContext db,
        Order order,
        List<OrderSession> sessions,
        bool isForStaff,
        CancellationToken cancellationToken)
    {
        List<string> ids = [$"{order.Id}", .. sessions.Select(session => $"{session.Id}")];
        var mails = db.Set<OutboxMail>().Where(mail => ids.Contains(mail.SubjectId));
        if (!isForStaff)
        {
            var contact = order.Contact.Email;
            mails = mails.Where(mail => mail.Recipient == contact
                && (mail.State == OutboxMailState.Sent || mail.State == OutboxMailState.Failed));
        }

        return await mails
            .OrderBy(mail => mail.CreatedAt)
            .Take(MostActs)
            .Select(mail => new TimelineMail(
                mail.Id, mail.State, mail.SentAt ?? mail.CreatedAt, mail.Recipient, mail.Subject, mail.Language))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A mail without what it says.</summary>
/// <param name="Id">Key of the mail.</param>
/// <param name="State">How far it has come.</param>
/// <param name="At">When it was sent; before that, when it was written.</param>
/// <param name="Recipient">Address of the recipient.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Language">Culture name of its language.</param>
internal sealed record TimelineMail(
    Guid Id, OutboxMailState State, Instant At, string Recipient, string Subject, string Language);
