using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Guide.Audit;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Guide;

/// <summary>Mails customers the guide, once a day in their zone at most.</summary>
public sealed class TrialGuide
{
    private readonly PortalDbContext db;
    private readonly PartnerAccess access;
    private readonly NoticeReaders readers;
    private readonly GuideMail mail;
    private readonly Outbox outbox;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal TrialGuide(
        PortalDbContext db,
        PartnerAccess access,
        NoticeReaders readers,
        GuideMail mail,
        Outbox outbox,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.access, this.readers, this.mail, this.outbox, this.signal, this.clock) =
            (db, access, readers, mail, outbox, signal, clock);

    /// <summary>Mails the guide to the administrators of a customer of an account's partner.</summary>
    public async Task<GuideOutcome> SendAsync(Guid trialId, Guid actorId, CancellationToken cancellationToken)
    {
        var outcome = await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var outcome = await WriteAsync(trialId, actorId, cancellationToken);
                return (Commit: outcome == GuideOutcome.Sent, outcome);
            },
            cancellationToken);
        signal.Notify();
        return outcome;
    }

    private async Task<GuideOutcome> WriteAsync(Guid trialId, Guid actorId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(trialId, actorId, cancellationToken) is not { } trial)
        {
            return GuideOutcome.Gone;
        }

        var now = clock.GetCurrentInstant();
        List<TrialNoticeReader> administrators = [.. await readers.CustomersAsync(trial, cancellationToken)];
        if (trial.StateAt(now) == TrialState.Ended || administrators.Count == 0)
        {
            return GuideOutcome.Nobody;
        }

        var (subject, day) = ($"{trialId}", Period.DaysBetween(trial.StartDate, trial.Life.TodayAt(now)));
        if (await db.Set<OutboxMail>().AnyAsync(
                row => row.SubjectId == subject && row.Cause == GuideMail.Cause && row.Revision == day,
                cancellationToken))
        {
            return GuideOutcome.SentToday;
        }

        var partner = await db.Set<Partner>().SingleAsync(item => item.Id == trial.PartnerId, cancellationToken);
        foreach (var reader in administrators)
        {
            outbox.Write(mail.For(trial, partner, reader, day));
        }

        db.Audit(new GuideSent(trialId, administrators.Count), actorId, now);
        await db.SaveChangesAsync(cancellationToken);
        return GuideOutcome.Sent;
    }
}

/// <summary>What became of sending the guide.</summary>
public enum GuideOutcome
{
    Sent,

    /// <summary>It was sent today already.</summary>
    SentToday,

    /// <summary>The customer has no administrator any more.</summary>
    Nobody,

    /// <summary>There is no such trial.</summary>
    Gone,
}
