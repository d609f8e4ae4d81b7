using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Checking;

/// <summary>Whoever is to be told something is told once, and not before it is so.</summary>
internal sealed class NoticeCheck(PortalDbContext db, CheckReport report, Instant? mailsFrom)
{
    private static readonly LocalDate FirstDay = new(2000, 1, 1);

    public async Task CheckAsync(IReadOnlyDictionary<Guid, Trial> trials, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. trials.Keys];
        var notices = await db.Set<TrialNotice>().AsNoTracking()
            .Where(notice => ids.Contains(notice.TrialId))
            .ToListAsync(cancellationToken);
        report.Count("notices", notices.Count);
        foreach (var notice in notices)
        {
            CheckOne(notice, trials[notice.TrialId]);
        }

        foreach (var twice in notices
            .GroupBy(notice =>
                (notice.TrialId, notice.Kind, notice.EndDate, notice.Recipient.Trim().ToUpperInvariant()))
            .Where(group => group.Count() > 1))
        {
            report.Add(TrialFinding.NoticeTwice, $"trial {twice.Key.TrialId}: {twice.Key.Kind} of {twice.Key.EndDate}");
        }

        await CheckMailsAsync(ids, notices, cancellationToken);
    }

    private void CheckOne(TrialNotice notice, Trial trial)
    {
        var days = new TrialDays(trial);
        Instant? from = notice.Kind switch
        {
            TrialNoticeKind.EndsSoon => days.FirstOf(notice.EndDate.PlusDays(-7)),
            TrialNoticeKind.Expired => days.FirstOf(notice.EndDate),
            _ => trial.EndedAt,
        };
        if (from is null || notice.DueAt < from)
        {
            report.Add(TrialFinding.NoticeTooEarly, $"notice {notice.Id} of trial {trial.Id}: {notice.DueAt}");
        }

        var isOvertaken = trial.ConvertedAt is not null || notice.EndDate != trial.EndDate;
        if (notice.State == TrialNoticeState.Waiting && isOvertaken)
        {
            report.Add(TrialFinding.NoticeOvertaken, $"notice {notice.Id} of trial {trial.Id}");
        }
    }

    private async Task CheckMailsAsync(
        IReadOnlyList<Guid> trialIds, IEnumerable<TrialNotice> notices, CancellationToken cancellationToken)
    {
        List<string> subjects = [.. trialIds.Select(id => $"{id}")];
        List<string> causes = [.. Enum.GetValues<TrialNoticeKind>().Select(TrialNoticeMail.CauseOf)];
        var mails = (await db.Set<OutboxMail>()
            .Where(mail => causes.Contains(mail.Cause) && subjects.Contains(mail.SubjectId))
            .Select(mail => new { mail.SubjectId, mail.Cause, mail.Revision, mail.Recipient })
            .ToListAsync(cancellationToken)).ToLookup(
                mail => (mail.SubjectId, mail.Cause, mail.Revision), mail => mail.Recipient);
        var sent = notices.Where(notice => notice.State == TrialNoticeState.Sent).ToLookup(notice => (
            SubjectId: $"{notice.TrialId}",
            Cause: TrialNoticeMail.CauseOf(notice.Kind),
            Revision: Period.DaysBetween(FirstDay, notice.EndDate)));
        foreach (var key in mails.Select(group => group.Key).Union(sent.Select(group => group.Key)))
        {
            if (!sent[key].Any(notice => notice.SettledAt < mailsFrom) && !AreOneEach(sent[key], [.. mails[key]]))
            {
                report.Add(
                    TrialFinding.NoticeNotMailedOnce,
                    $"trial {key.SubjectId}, {key.Cause}: {sent[key].Count()} sent, {mails[key].Count()} mails");
            }
        }
    }

    /// <summary>Of ended trials it is forgotten who was told; how many is not.</summary>
    private static bool AreOneEach(IEnumerable<TrialNotice> sent, IReadOnlyList<string> mailed)
    {
        var readers = sent.ToList();
        return readers.Count == mailed.Count
            && (readers.Exists(notice => notice.Recipient == $"{notice.Id:N}")
                || readers.Select(notice => notice.Recipient)
                    .Order(StringComparer.OrdinalIgnoreCase)
                    .SequenceEqual(
                        mailed.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase));
    }
}
