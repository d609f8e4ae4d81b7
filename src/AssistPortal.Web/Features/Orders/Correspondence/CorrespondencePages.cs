using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>Reads what customer and coordinators have written, for either.</summary>
public sealed class CorrespondencePages(
    PortalDbContext db, Assist.Orders.Correspondence correspondence, IStringLocalizer<CorrespondenceTexts> texts)
{
    /// <summary>As the customer reads it: coordinators without names, in the time zone of the event.</summary>
    public Task<IReadOnlyList<ShownMessage>> ForCustomerAsync(Order order, CancellationToken cancellationToken)
    {
        var zone = order.Time.LocalStart.Zone;
        return ReadAsync(order, isForStaff: false, at => Wording.ZonedTime(at.InZone(zone)), cancellationToken);
    }

    /// <summary>As coordinators read it: each other by name, in their own time zone.</summary>
    public Task<IReadOnlyList<ShownMessage>> ForStaffAsync(
        Order order, OwnTime time, CancellationToken cancellationToken) =>
        ReadAsync(order, isForStaff: true, time.Short, cancellationToken);

    private async Task<IReadOnlyList<ShownMessage>> ReadAsync(
        Order order, bool isForStaff, Func<Instant, string> when, CancellationToken cancellationToken)
    {
        var messages = await correspondence.ReadAsync(order.Id, cancellationToken);
        var authorIds = messages.Select(message => message.AuthorId).OfType<Guid>().Distinct().ToList();
        var names = authorIds.Count == 0 ? [] : await db.Users
            .Where(user => authorIds.Contains(user.Id))
            .ToDictionaryAsync(
                user => user.Id, user => Wording.Name(user.FirstName, user.LastName), cancellationToken);
        return
        [
            .. messages.Select(message => new ShownMessage(
                AuthorOf(message), message.IsFromCustomer, message.At, when(message.At), message.Text)),
        ];

        string AuthorOf(OrderMessage message) => message switch
        {
            { IsFromCustomer: false } when !isForStaff => texts["Coordinators"],
            { AuthorId: { } author } => names[author],
            _ => Wording.Name(order.Contact.FirstName, order.Contact.LastName),
        };
    }
}
