using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Checking;

/// <summary>
/// Whoever waits is told of each offer once, and what is offered at this moment is held once, and nothing else is.
/// </summary>
internal sealed class OfferCheck(PortalDbContext db, CheckReport report, Instant now)
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var mails = (await db.Set<OutboxMail>()
            .Where(mail => mail.Cause == WaitingOfferMail.Cause)
            .Select(mail => mail.SubjectId)
            .ToListAsync(cancellationToken)).ToLookup(id => id, StringComparer.Ordinal);
        var holds = (await db.Set<Reservation>()
            .Where(hold => db.Set<WaitingWish>().Any(wish => wish.Id == hold.DraftId))
            .Select(hold => new { hold.DraftId, hold.HoldUntil })
            .ToListAsync(cancellationToken)).ToLookup(hold => hold.DraftId, hold => hold.HoldUntil);
        foreach (var wish in await db.Set<WaitingWish>().AsNoTracking().ToListAsync(cancellationToken))
        {
            if (mails[$"{wish.Id}"].Count() != wish.Offers)
            {
                report.Add(OrderFinding.OfferNotMailedOnce, $"wish {wish.Id}");
            }

            var offered = wish is { TakenAt: null, OfferedUntil: { } until } && until > now ? wish.OfferedUntil : null;
            Instant?[] expected = offered is null ? [] : [offered];
            if (!holds[wish.Id].Where(held => held > now).SequenceEqual(expected))
            {
                report.Add(OrderFinding.OfferNotHeldOnce, $"wish {wish.Id}");
            }
        }
    }
}
