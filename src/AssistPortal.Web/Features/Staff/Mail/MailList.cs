using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Paging;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>
/// Finds mails among millions: by state, order or address through an index. What has none, words of subjects, names and
/// addresses, is searched a stretch of time at once.
/// </summary>
public sealed class MailList(PortalDbContext db, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>How far back one search for words goes.</summary>
    public const int StretchDays = 30;

    /// <summary>For how long a failure is news.</summary>
    private static readonly Duration Lately = Duration.FromDays(7);

    /// <summary>A page of the mails that fit, newest first.</summary>
    public async Task<MailListModel> ReadAsync(MailListInput input, CancellationToken cancellationToken)
    {
        var (mails, stretchFrom) = await FindAsync(input, cancellationToken);
        var (before, after) = (MomentKey.Read(input.Before), MomentKey.Read(input.After));
        if (before is null && after is { } lower)
        {
            var newer = await RowsAsync(
                mails.Beyond(mail => mail.CreatedAt, mail => mail.Id, ascending: true, lower.Moment, lower.Id)
                    .SortedBy(mail => mail.CreatedAt, mail => mail.Id, ascending: true),
                cancellationToken);
            if (newer.Count > PageSize)
            {
                return new MailListModel(
                    [.. newer.Take(PageSize).Reverse()], HasNewer: true, HasOlder: true, GoOnFrom: null);
            }
        }

        if (before is { } upper)
        {
            mails = mails.Beyond(mail => mail.CreatedAt, mail => mail.Id, ascending: false, upper.Moment, upper.Id);
        }

        var rows = await RowsAsync(
            mails.SortedBy(mail => mail.CreatedAt, mail => mail.Id, ascending: false), cancellationToken);
        var hasOlder = rows.Count > PageSize;
        var goesOn = !hasOlder && stretchFrom is { } end
            && await db.Set<OutboxMail>().AnyAsync(mail => mail.CreatedAt < end, cancellationToken);
        return new MailListModel(
            [.. rows.Take(PageSize)],
            before is not null,
            hasOlder,
            goesOn ? new MomentKey(stretchFrom!.Value, Guid.Empty) : null);
    }

    /// <summary>What staff should look at first.</summary>
    public async Task<MailCounts> CountAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - Lately;
        var mails = db.Set<OutboxMail>();
        var waiting = mails.Where(mail => mail.State == OutboxMailState.Waiting);
        return new MailCounts(
            await waiting.CountAsync(cancellationToken),
            await waiting.Select(mail => (Instant?)mail.CreatedAt).MinAsync(cancellationToken),
            await mails.CountAsync(
                mail => mail.State == OutboxMailState.Failed && mail.CreatedAt >= since, cancellationToken),
            await mails.CountAsync(mail => mail.State == OutboxMailState.Held, cancellationToken));
    }

    /// <summary>The mails that fit and, where not all times are looked through, from when on.</summary>
    private async Task<(IQueryable<OutboxMail> Mails, Instant? From)> FindAsync(
        MailListInput input, CancellationToken cancellationToken)
    {
        var mails = db.Set<OutboxMail>().AsNoTracking();
        var states = MailFilter.StatesOf(MailFilter.Read(input.State));
        if (states.Count > 0)
        {
            mails = mails.Where(mail => states.Contains(mail.State));
        }

        var words = string.Concat(Tolerant.Code(input.Q).Where(sign => !char.IsControl(sign)));
        if (words.Length == 0)
        {
            return (mails, null);
        }

        if (await OrderAsync(words, cancellationToken) is { } subjectId)
        {
            return (mails.Where(mail => mail.SubjectId == subjectId), null);
        }

        string[] addresses = [words, words.ToLowerInvariant()];
        if (await db.Set<OutboxMail>().AnyAsync(mail => addresses.Contains(mail.Recipient), cancellationToken))
        {
            return (mails.Where(mail => addresses.Contains(mail.Recipient)), null);
        }

        var from = (MomentKey.Read(input.Before)?.Moment ?? clock.GetCurrentInstant()) - Duration.FromDays(StretchDays);
        return (
            FoldedText.WordsOf(words).Select(word => word.Text).Aggregate(
                mails.Where(mail => mail.CreatedAt >= from),
                (found, word) => found.Where(mail => mail.SearchText.Contains(word))),
            from);
    }

    private async Task<string?> OrderAsync(string words, CancellationToken cancellationToken)
    {
        if (!RequestNumber.TryParse(words, out var number))
        {
            return null;
        }

        var compact = number.Value.Compact;
        var found = await db.Set<Order>()
            .Where(order => order.Number == compact)
            .Select(order => (Guid?)order.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return found?.ToString();
    }

    private static Task<List<MailRow>> RowsAsync(IQueryable<OutboxMail> mails, CancellationToken cancellationToken) =>
        mails
            .Take(PageSize + 1)
            .Select(mail => new MailRow
            {
                Id = mail.Id,
                CreatedAt = mail.CreatedAt,
                Recipient = mail.Recipient,
                Subject = mail.Subject,
                Language = mail.Language,
                State = mail.State,
                Failure = mail.Failure,
                Attempts = mail.Attempts,
                NextAttemptAt = mail.NextAttemptAt,
                LeaseUntil = mail.LeaseUntil,
            })
            .ToListAsync(cancellationToken);
}
