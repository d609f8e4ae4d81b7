using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Who is mailed what customer and coordinators write to each other. Saving is left to the caller.
/// </summary>
internal sealed class CorrespondenceMails(
    PortalDbContext db,
    Outbox outbox,
    MailPeople people,
    MessageToCoordinatorMail toCoordinator,
    MessageToCustomerMail toCustomer,
    IClock clock)
{
    /// <summary>A customer's message, to every coordinator.</summary>
    public async Task ToCoordinatorsAsync(
        OrderWithRelations whole, OrderMessage message, CancellationToken cancellationToken)
    {
        foreach (var person in await people.CoordinatorsAsync(cancellationToken))
        {
            var digest = person.CollectUntil(clock.GetCurrentInstant(), whole.Order.Time.Start);
            outbox.Write(toCoordinator.For(whole, message, person) with { CollectUntil = digest });
        }
    }

    /// <summary>
    /// A coordinator's message, to the contact; and to the host who wrote, where that is somebody else.
    /// </summary>
    public async Task ToCustomerAsync(
        OrderWithRelations whole, OrderMessage message, CancellationToken cancellationToken)
    {
        var (order, orderId) = (whole.Order, whole.Order.Id);
        var thread = await outbox.FindThreadAsync(orderId.ToString(), order.Contact.Email, cancellationToken);
        outbox.Write(toCustomer.For(whole, message, thread));

        var hasHostWritten = await db.Set<OrderMessage>().AnyAsync(
            other => other.OrderId == orderId && other.IsFromCustomer && other.AuthorId == order.HostUserId,
            cancellationToken);
        if (hasHostWritten
            && await people.HostAsync(order, cancellationToken) is { } host
            && !host.Email.Equals(order.Contact.Email, StringComparison.OrdinalIgnoreCase))
        {
            outbox.Write(toCustomer.ForHost(whole, message, host));
        }
    }
}
