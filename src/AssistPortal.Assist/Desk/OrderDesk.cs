using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>The small acts of coordinators on an order: an answer, a name, a note, a matter settled.</summary>
public sealed class OrderDesk
{
    private readonly PortalDbContext db;
    private readonly OrderReader orders;
    private readonly OrderAttentions attentions;
    private readonly CoordinatorWords said;
    private readonly DeskMails mails;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal OrderDesk(
        PortalDbContext db,
        OrderReader orders,
        OrderAttentions attentions,
        CoordinatorWords said,
        DeskMails mails,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.orders = orders;
        this.attentions = attentions;
        this.said = said;
        this.mails = mails;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>
    /// Tells the customer whether the asked language can be had. An answer that was given before may be changed; where
    /// it is the same, there have to be words to be mailed.
    /// </summary>
    public async Task<DeskOutcome> AnswerLanguageAsync(
        Guid orderId,
        int version,
        bool isConfirmed,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(orderId, version, actorId, async (order, cancellationToken) =>
        {
            if (order.LanguageAnswer == LanguageAnswer.NotNeeded || order.State != OrderState.Placed)
            {
                return null;
            }

            var before = order.LanguageAnswer;
            order.AnswerLanguage(isConfirmed);
            if (order.LanguageAnswer == before && words is null)
            {
                return null;
            }

            await attentions.SettleAsync(orderId, AttentionReason.Language, cancellationToken);
            var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
            await said.NoteAsync(whole, actorId, clock.GetCurrentInstant(), cancellationToken);
            await mails.LanguageAsync(whole, isConfirmed, cancellationToken);
            return new OrderLanguageAnswered(orderId, Change.Between(before, order.LanguageAnswer));
        }, cancellationToken);
        outboxSignal.Notify();
        return outcome;
    }

    /// <summary>
    /// Forgoes what a customer's move has kept: cancelling costs what the terms say again, and the customer is told.
    /// </summary>
    public async Task<DeskOutcome> LiftFeeLockAsync(
        Guid orderId,
        int version,
        string reason,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(orderId, version, actorId, async (order, cancellationToken) =>
        {
            if (!order.CanLiftLeastCancellation)
            {
                return null;
            }

            var before = order.LeastCancellationPercent;
            order.LiftLeastCancellation();
            var now = clock.GetCurrentInstant();
            var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
            await said.NoteAsync(whole, actorId, now, cancellationToken);
            await mails.FeeLockLiftedAsync(whole, now, cancellationToken);
            return new OrderFeeLockLifted(orderId, Change.Between(before, order.LeastCancellationPercent), reason);
        }, cancellationToken);
        outboxSignal.Notify();
        return outcome;
    }

    /// <summary>Names who gets the report of the event.</summary>
    public Task<DeskOutcome> SendReportToAsync(
        Guid orderId, int version, string email, Guid actorId, CancellationToken cancellationToken) =>
        ChangeAsync(orderId, version, actorId, async (order, cancellationToken) =>
        {
            if (order.State == OrderState.Cancelled)
            {
                return null;
            }

            var before = order.ReportEmail;
            order.SendReportTo(email);
            await attentions.SettleAsync(orderId, AttentionReason.ReportContact, cancellationToken);
            return new OrderReportContactNamed(orderId, Change.Between(before, email));
        }, cancellationToken);

    /// <summary>Tells the other coordinators something.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="text">What is told.</param>
    /// <param name="isMarked">Whether the order needs attention for that, until somebody settles it.</param>
    /// <param name="actorId">Who tells it.</param>
    /// <param name="cancellationToken">Nothing is told then.</param>
    public Task<DeskOutcome> NoteAsync(
        Guid orderId, string text, bool isMarked, Guid actorId, CancellationToken cancellationToken) =>
        db.DeskActAsync(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                AddNote(orderId, text, actorId, now);
                if (isMarked)
                {
                    await attentions.RaiseAsync(orderId, AttentionReason.Marked, now, cancellationToken);
                    db.Audit(new OrderMarked(orderId), actorId, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return DeskOutcome.Done;
            },
            cancellationToken);

    /// <summary>A matter has been dealt with outside of the portal.</summary>
    public Task<DeskOutcome> SettleAsync(
        Guid orderId, AttentionReason reason, Guid actorId, CancellationToken cancellationToken) =>
        SettleAsync(orderId, [reason], clock.GetCurrentInstant(), note: null, actorId, cancellationToken);

    /// <summary>Matters have been dealt with outside of the portal.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="reasons">Which matters; those that somebody has settled meanwhile are left.</param>
    /// <param name="by">The moment by which they were due.</param>
    /// <param name="note">What the other coordinators are told with it; null for nothing.</param>
    /// <param name="actorId">Who says so.</param>
    /// <param name="cancellationToken">Nothing is settled then.</param>
    public Task<DeskOutcome> SettleAsync(
        Guid orderId,
        IReadOnlyCollection<AttentionReason> reasons,
        Instant by,
        string? note,
        Guid actorId,
        CancellationToken cancellationToken) => db.DeskActAsync(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var settled = await attentions.SettleDueAsync(orderId, reasons, by, cancellationToken);
                if (settled.Count == 0)
                {
                    return DeskOutcome.ChangedMeanwhile;
                }

                foreach (var reason in settled)
                {
                    db.Audit(new OrderAttentionSettled(orderId, reason), actorId, now);
                }

                if (note is not null)
                {
                    AddNote(orderId, note, actorId, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return DeskOutcome.Done;
            },
            cancellationToken);

    private void AddNote(Guid orderId, string text, Guid actorId, Instant now)
    {
        db.Add(new OrderNote { OrderId = orderId, AuthorId = actorId, At = now, Text = text });
        db.Audit(new OrderNoteAdded(orderId, TypedText.Characters(text)), actorId, now);
    }

    private Task<DeskOutcome> ChangeAsync(
        Guid orderId,
        int version,
        Guid actorId,
        Func<Order, CancellationToken, Task<AuditRecord?>> change,
        CancellationToken cancellationToken) => db.DeskActAsync(
            async cancellationToken =>
            {
                var order = await db.Set<Order>().SingleAsync(item => item.Id == orderId, cancellationToken);
                if (order.Version != version)
                {
                    return DeskOutcome.ChangedMeanwhile;
                }

                if (await change(order, cancellationToken) is not { } record)
                {
                    return DeskOutcome.NotPossible;
                }

                db.Audit(record, actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return DeskOutcome.Done;
            },
            cancellationToken);
}
