using System.Globalization;
using System.Security.Claims;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads what things are called that entries name by their keys: a query for each kind.</summary>
public sealed class AuditNameReader(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    AuditTrialNames trials,
    IStringLocalizer<AuditFieldTexts> texts)
{
    /// <param name="things">What is named.</param>
    /// <param name="reader">Who reads it: links lead only where they may go.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AuditNames> ReadAsync(
        IEnumerable<AuditReference> things, ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        var names = new AuditNames();
        var wanted = things.ToLookup(thing => thing.Thing, thing => thing.Key);
        Add(names, await catalogue.GetAsync(cancellationToken));
        await AddOrdersAsync(names, wanted, cancellationToken);
        await AddWorkAsync(names, wanted, cancellationToken);
        await AddPeopleAsync(names, wanted, reader.IsInRole(PortalRoles.Administrator), cancellationToken);
        await trials.AddAsync(names, wanted, reader, cancellationToken);
        return names;
    }

    internal static List<Guid> Ids(ILookup<AuditThing, string> wanted, AuditThing thing) =>
    [
        .. wanted[thing].Distinct(StringComparer.Ordinal)
            .Select(key => Guid.TryParse(key, out var id) ? id : (Guid?)null)
            .OfType<Guid>(),
    ];

    private static List<int> Numbers(ILookup<AuditThing, string> wanted, AuditThing thing) =>
    [
        .. wanted[thing].Distinct(StringComparer.Ordinal)
            .Select(key => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0),
    ];

    /// <summary>Packages, sites and rows of the comparison are at hand.</summary>
    private static void Add(AuditNames names, Catalogue known)
    {
        foreach (var package in known.Packages)
        {
            var name = package.Texts.In(CultureInfo.CurrentUICulture).Name;
            names.Add(AuditThing.Package, package.Id, name, $"/staff/packages/{package.Id}");
            names.Add(AuditThing.Package, package.Code, name, $"/staff/packages/{package.Id}");
        }

        foreach (var site in known.Sites)
        {
            names.Add(AuditThing.Site, site.Id, site.Name, $"/staff/sites/{site.Id}");
        }

        foreach (var row in known.ComparisonRows)
        {
            names.Add(
                AuditThing.Row,
                row.Id,
                row.Texts.In(CultureInfo.CurrentUICulture).Name,
                $"/staff/packages/comparison/{row.Id}");
        }
    }

    private async Task AddOrdersAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, CancellationToken cancellationToken)
    {
        if (Ids(wanted, AuditThing.Order) is { Count: > 0 } orders)
        {
            foreach (var order in await db.Set<Order>().Where(item => orders.Contains(item.Id))
                .Select(item => new { item.Id, item.Number }).ToListAsync(cancellationToken))
            {
                var number = RequestNumber.Parse(order.Number);
                names.Add(AuditThing.Order, order.Id, $"{number}", $"/staff/orders/{number}");
            }
        }

        if (Ids(wanted, AuditThing.Session) is { Count: > 0 } sessions)
        {
            foreach (var session in await db.Set<OrderSession>().Where(item => sessions.Contains(item.Id))
                .Select(item => new { item.Id, item.Kind }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Session, session.Id, texts[$"Value.SessionKind.{session.Kind}"]);
            }
        }

        if (Ids(wanted, AuditThing.Invoice) is { Count: > 0 } invoices)
        {
            foreach (var invoice in await db.Set<Invoice>().Where(item => invoices.Contains(item.Id))
                .Select(item => new { item.Id, item.Year, item.Sequence }).ToListAsync(cancellationToken))
            {
                var number = Invoice.NumberOf(invoice.Year, invoice.Sequence);
                names.Add(AuditThing.Invoice, invoice.Id, number, $"/staff/invoices/{number}");
            }
        }

        if (Numbers(wanted, AuditThing.Contract) is { Count: > 0 } contracts)
        {
            foreach (var contract in await db.Set<Contract>().AsNoTracking().Where(item => contracts.Contains(item.Id))
                .ToListAsync(cancellationToken))
            {
                var site = names.Find(new AuditReference(AuditThing.Site, $"{contract.SiteId}"))?.Text;
                var package = names.Find(new AuditReference(AuditThing.Package, $"{contract.PackageId}"))?.Text;
                names.Add(
                    AuditThing.Contract,
                    contract.Id,
                    texts["Value.Named", $"{site}", $"{package}"],
                    $"/staff/sites/{contract.SiteId}/contracts/{contract.PackageId}");
            }
        }
    }

    private async Task AddWorkAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, CancellationToken cancellationToken)
    {
        if (Numbers(wanted, AuditThing.Producer) is { Count: > 0 } producers)
        {
            foreach (var producer in await db.Set<Producer>().Where(item => producers.Contains(item.Id))
                .Select(item => new { item.Id, item.Name }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Producer, producer.Id, producer.Name, $"/staff/producers/{producer.Id}");
            }
        }

        if (Ids(wanted, AuditThing.Meeting) is { Count: > 0 } meetings)
        {
            foreach (var meeting in await db.Set<MeetingSession>().Where(item => meetings.Contains(item.Id))
                .Select(item => new { item.Id, item.Topic }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Meeting, meeting.Id, meeting.Topic, $"/staff/meetings/{meeting.Id}");
            }
        }

        if (Ids(wanted, AuditThing.Job) is { Count: > 0 } jobs)
        {
            foreach (var job in await db.Set<OrderJob>().Where(item => jobs.Contains(item.Id))
                .Select(item => new { item.Id, item.Act }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Job, job.Id, texts[$"Value.OrderJobAct.{job.Act}"], $"/staff/jobs/{job.Id}");
            }
        }

        if (Ids(wanted, AuditThing.Mail) is { Count: > 0 } mails)
        {
            foreach (var mail in await db.Set<OutboxMail>().Where(item => mails.Contains(item.Id))
                .Select(item => new { item.Id, item.Subject }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Mail, mail.Id, mail.Subject, $"/staff/mail/{mail.Id}");
            }
        }
    }

    private async Task AddPeopleAsync(
        AuditNames names,
        ILookup<AuditThing, string> wanted,
        bool mayOpenUsers,
        CancellationToken cancellationToken)
    {
        if (Ids(wanted, AuditThing.User) is { Count: > 0 } users)
        {
            foreach (var user in await db.Users.AsNoTracking().Where(item => users.Contains(item.Id))
                .ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.User, user.Id, PersonName.Of(user), mayOpenUsers ? $"/staff/users/{user.Id}" : null);
            }
        }

        if (Ids(wanted, AuditThing.Wish) is { Count: > 0 } wishes)
        {
            foreach (var wish in await db.Set<WaitingWish>().Where(item => wishes.Contains(item.Id))
                .Join(
                    db.Users.AsNoTracking(),
                    item => item.HostUserId,
                    user => user.Id,
                    (item, user) => new { item.Id, Host = user })
                .ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Wish, wish.Id, PersonName.Of(wish.Host));
            }
        }
    }
}
