using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Attention;

/// <summary>
/// When orders need a coordinator, and when no more. Saving is left to the caller, in whose transaction it happens.
/// </summary>
public sealed class OrderAttentions(PortalDbContext db)
{
    /// <summary>So long before the start somebody has to be named who gets the report.</summary>
    public static readonly Duration ReportNotice = Duration.FromHours(72);

    /// <summary>So long after the end an order should be completed.</summary>
    public static readonly Duration CompletionNotice = Duration.FromHours(24);

    /// <summary>All that is known to be due some time when an order is placed.</summary>
    public void Plan(Order order, ServicePackage package, Instant now)
    {
        if (order.LanguageAnswer == LanguageAnswer.Open)
        {
            Add(AttentionReason.Language, now);
        }

        if (SessionNeed.AllOf(order, package, []).Any(need => need.IsOwed))
        {
            Add(AttentionReason.Session, now);
        }

        if (package.HasReport && order.ReportEmail.Length == 0)
        {
            Add(AttentionReason.ReportContact, order.Time.Start - ReportNotice);
        }

        Add(AttentionReason.NotCompleted, order.Time.End + CompletionNotice);

        void Add(AttentionReason reason, Instant dueAt) =>
            db.Add(new OrderAttention(order.Id, reason, dueAt));
    }

    /// <summary>
    /// The order has another time: what goes by it is due then, and nobody has to move the meeting to the former one.
    /// </summary>
    public async Task MoveAsync(OrderWithRelations whole, Instant now, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        await SettleAsync(order.Id, AttentionReason.MeetingChange, cancellationToken);
        await SettleAsync(order.Id, AttentionReason.Declined, cancellationToken);
        await ReviewSessionsAsync(whole, isLess: false, now, cancellationToken);
        await RescheduleAsync(order, cancellationToken);
    }

    /// <summary>
    /// What was ordered is another: a language may have to be confirmed, sessions scheduled, somebody named who gets
    /// the report.
    /// </summary>
    /// <param name="whole">The order, as it is.</param>
    /// <param name="before">As it was.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task EditAsync(
        OrderWithRelations whole, OrderSnapshot before, Instant now, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        if (order.Event.Language != before.Language)
        {
            await SettleAsync(order.Id, AttentionReason.Language, cancellationToken);
            if (order.LanguageAnswer == LanguageAnswer.Open)
            {
                db.Add(new OrderAttention(order.Id, AttentionReason.Language, now));
            }
        }

        if ((order.ProducerId, order.PackageId, order.Time.DurationMinutes)
            != (before.ProducerId, before.PackageId, before.DurationMinutes))
        {
            await SettleAsync(order.Id, AttentionReason.Declined, cancellationToken);
        }

        if (!whole.Package.HasReport || order.ReportEmail.Length > 0)
        {
            await SettleAsync(order.Id, AttentionReason.ReportContact, cancellationToken);
        }
        else if (order.PackageId != before.PackageId || before.ReportEmail.Length > 0)
        {
            await RaiseAsync(
                order.Id, AttentionReason.ReportContact, order.Time.Start - ReportNotice, cancellationToken);
        }

        // What somebody has dealt with by hand stays so, unless something else is ordered than then.
        var after = OrderSnapshot.Of(order);
        var isOther = before.PackageId != after.PackageId
            || !before.Extras.SequenceEqual(after.Extras)
            || !before.SessionWishes.SequenceEqual(after.SessionWishes);
        await ReviewSessionsAsync(whole, isOther, now, cancellationToken);
        await RescheduleAsync(order, cancellationToken);
    }

    /// <summary>What goes by the order's time is due by that.</summary>
    private async Task RescheduleAsync(Order order, CancellationToken cancellationToken)
    {
        foreach (var item in await Of(order.Id).ToListAsync(cancellationToken))
        {
            item.MoveTo(item.Reason switch
            {
                AttentionReason.ReportContact => order.Time.Start - ReportNotice,
                AttentionReason.NotCompleted => order.Time.End + CompletionNotice,
                _ => item.DueAt,
            });
        }
    }

    /// <summary>
    /// Another producer has the order: one who does not speak a language that was confirmed has it asked again. Comes
    /// before what the customer is told.
    /// </summary>
    public async Task CheckLanguageAsync(Order order, Instant now, CancellationToken cancellationToken)
    {
        if (order.LanguageAnswer != LanguageAnswer.Confirmed)
        {
            return;
        }

        var (producerId, language) = (order.ProducerId, order.Event.Language);
        if (!await db.Set<ProducerLanguage>()
            .AnyAsync(item => item.ProducerId == producerId && item.Language == language, cancellationToken))
        {
            order.AskLanguageAgain();
            await RaiseAsync(order.Id, AttentionReason.Language, now, cancellationToken);
        }
    }

    /// <summary>
    /// Raises or settles <see cref="AttentionReason.Session"/> by what is ordered and what is scheduled, which has to
    /// be saved before.
    /// </summary>
    /// <param name="whole">The order.</param>
    /// <param name="isLess">
    /// Whether less is scheduled than before: else what somebody has dealt with by hand stays so.
    /// </param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task ReviewSessionsAsync(
        OrderWithRelations whole, bool isLess, Instant now, CancellationToken cancellationToken)
    {
        var (order, orderId) = (whole.Order, whole.Order.Id);
        var sessions = await db.Set<OrderSession>().AsNoTracking()
            .Where(session => session.OrderId == orderId && !session.IsCancelled)
            .ToListAsync(cancellationToken);
        var isOwed = SessionNeed.AllOf(order, whole.Package, sessions).Any(need => need.IsOwed);
        var isMisplaced = sessions.Exists(session => session.CanChangeAt(now) && session.End > order.Time.Start);
        if (isMisplaced || (isOwed && isLess))
        {
            await RaiseAsync(orderId, AttentionReason.Session, now, cancellationToken);
        }
        else if (!isOwed)
        {
            await SettleAsync(orderId, AttentionReason.Session, cancellationToken);
        }
    }

    /// <summary>Something has come up, unless it is known already.</summary>
    public async Task RaiseAsync(Guid orderId, AttentionReason reason, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Set<OrderAttention>().FindAsync([orderId, reason], cancellationToken);
        if (known is null)
        {
            db.Add(new OrderAttention(orderId, reason, now));
        }
        else
        {
            known.Raise(now);
        }
    }

    /// <summary>The matter is settled.</summary>
    public Task SettleAsync(Guid orderId, AttentionReason reason, CancellationToken cancellationToken) =>
        Of(orderId).Where(item => item.Reason == reason).ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// Whether coordinators say themselves that it is dealt with: an answer and a name settle theirs as they are given.
    /// </summary>
    public static bool IsSettledByHand(AttentionReason reason) =>
        reason is not (AttentionReason.Language or AttentionReason.ReportContact);

    /// <summary>Matters have been dealt with. What came up later stays: nobody can have.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="reasons">Which matters.</param>
    /// <param name="by">The moment by which they were due.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    /// <returns>Those that there were.</returns>
    public async Task<IReadOnlyList<AttentionReason>> SettleDueAsync(
        Guid orderId,
        IReadOnlyCollection<AttentionReason> reasons,
        Instant by,
        CancellationToken cancellationToken)
    {
        var settled = new List<AttentionReason>();
        foreach (var reason in reasons)
        {
            if (await Of(orderId)
                .Where(item => item.Reason == reason && item.DueAt <= by)
                .ExecuteDeleteAsync(cancellationToken) > 0)
            {
                settled.Add(reason);
            }
        }

        return settled;
    }

    /// <summary>
    /// The order is completed or cancelled: nothing of it needs anybody any more, but the customer who waits for an
    /// answer, and what a coordinator has marked it for.
    /// </summary>
    public async Task DropAsync(Guid orderId, CancellationToken cancellationToken) =>
        await Of(orderId)
            .Where(item => item.Reason != AttentionReason.Unanswered && item.Reason != AttentionReason.Marked)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>What the order needs or will need somebody for, to be looked at.</summary>
    public async Task<IReadOnlyList<OrderAttention>> OfAsync(Guid orderId, CancellationToken cancellationToken) =>
        await Of(orderId).AsNoTracking().ToListAsync(cancellationToken);

    private IQueryable<OrderAttention> Of(Guid orderId) =>
        db.Set<OrderAttention>().Where(item => item.OrderId == orderId);
}
