using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Sessions;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Producing;

/// <summary>Gathers what an order's page shows to its producer.</summary>
public sealed class AssignedOrderPages(
    PortalDbContext db,
    OrderReader orders,
    AssignedTimes times,
    AssignmentAnswers answers,
    OrderPages pages,
    SessionPages sessions)
{
    /// <summary>The page; null for an order of which the producer has nothing.</summary>
    public async Task<AssignedOrderPage?> FindAsync(
        Producer producer, string number, CancellationToken cancellationToken)
    {
        if (await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return null;
        }

        var mine = await times.OfOrderAsync(whole.Order.Id, producer.Id, cancellationToken);
        if (mine.Count == 0 && whole.Order.ProducerId != producer.Id)
        {
            return null;
        }

        var actor = OwnProducer.ActorOf(whole.Order) with { ProducerId = producer.Id };
        var answer = (await answers.OfOrderAsync(whole.Order.Id, cancellationToken)).Present;
        return new AssignedOrderPage(
            pages.Of(whole),
            producer,
            mine,
            await sessions.TableAsync(whole, actor, cancellationToken),
            answer?.ProducerId == producer.Id ? answer : null);
    }

    /// <summary>Whether the producer had the order once, as a mail told them.</summary>
    public async Task<bool> WasToldAsync(Producer producer, string number, CancellationToken cancellationToken)
    {
        if (await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return false;
        }

        var (orderId, email) = ($"{whole.Order.Id}", producer.Email);
        return await db.Set<OutboxMail>().AnyAsync(
            mail => mail.SubjectId == orderId && mail.Recipient == email, cancellationToken);
    }
}
