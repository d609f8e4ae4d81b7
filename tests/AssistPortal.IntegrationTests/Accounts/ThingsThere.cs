using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Things of the demo data that addresses name: who may not see one must not learn that it is there.</summary>
public sealed class ThingsThere
{
    private readonly RequestNumber order;
    private readonly RequestNumber producersOrder;
    private readonly string invoice;
    private readonly Guid mail;
    private readonly Guid meeting;
    private readonly Guid user;
    private readonly Guid job;
    private readonly TrialThings trials;

    private ThingsThere(
        RequestNumber order,
        RequestNumber producersOrder,
        string invoice,
        Guid mail,
        Guid meeting,
        Guid user,
        Guid job,
        TrialThings trials) =>
        (this.order, this.producersOrder, this.invoice, this.mail, this.meeting, this.user, this.job, this.trials) =
            (order, producersOrder, invoice, mail, meeting, user, job, trials);

    /// <summary>What the demo host and producer have, and staff see.</summary>
    public static async Task<ThingsThere> OfAsync(PortalFactory portal)
    {
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var coming = await portal.InDatabaseAsync(db => db.Set<Order>()
            .Join(
                db.Users.Where(user => user.Email == Journeys.Host),
                item => item.HostUserId,
                user => (Guid?)user.Id,
                (item, _) => item)
            .Where(item => item.State == OrderState.Placed)
            .OrderByDescending(item => item.Time.Start)
            .FirstAsync());

        // A mail, of which the demo data have none.
        await (await staff.GetAsync($"/staff/orders/{coming.RequestNumber}")).SubmitFormAsync(
            "form[action$='/access-link']");
        await portal.InDatabaseAsync(AddContractAsync);
        var begun = await portal.InDatabaseAsync(db => AddJobAsync(db, coming, portal.Clock.GetCurrentInstant()));
        return await portal.InDatabaseAsync(db => ReadAsync(db, coming, begun));
    }

    /// <summary>The demo data have no contract either.</summary>
    private static async Task AddContractAsync(PortalDbContext db)
    {
        if (!await db.Set<Contract>()
            .AnyAsync(item => item.SiteId == 1 && item.PackageId == 1 && item.Currency == "USD"))
        {
            db.Add(new Contract(1, 1, "USD"));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>A bulk action that has begun, with an order that nobody does.</summary>
    private static async Task<Guid> AddJobAsync(PortalDbContext db, Order order, Instant now)
    {
        var actor = await db.Users.SingleAsync(item => item.Email == "coordinator@demo.example");
        var begun = OrderJob.Choose(OrderJobAct.Owner, actor.Id, now);
        begun.Foresee(new JobTerms(), now);
        begun.Begin(now);
        db.Add(begun);
        db.Add(OrderJobItem.Of(begun, 1, order.Id));
        await db.SaveChangesAsync();
        return begun.Id;
    }

    private static async Task<ThingsThere> ReadAsync(PortalDbContext db, Order coming, Guid begun)
    {
        var host = await db.Users.SingleAsync(item => item.Email == Journeys.Host);
        var producer = await db.Set<Producer>()
            .SingleAsync(
                item => db.Users.Any(account => account.Id == item.UserId && account.Email == "producer@demo.example"));
        var issued = await db.Set<Invoice>()
            .FirstAsync(item => item.HostUserId == host.Id && item.Kind == InvoiceKind.Invoice);
        return new ThingsThere(
            coming.RequestNumber,
            (await db.Set<Order>().FirstAsync(item => item.ProducerId == producer.Id)).RequestNumber,
            issued.Number,
            await db.Set<OutboxMail>().Select(item => item.Id).FirstAsync(),
            await db.Set<MeetingSession>().Select(item => item.Id).FirstAsync(),
            host.Id,
            begun,
            await TrialThings.OfAsync(db));
    }

    /// <summary>
    /// The address of an endpoint for a thing that is there; where there is none, for one that could be.
    /// </summary>
    public string PathOf(string endpoint)
    {
        var path = endpoint.Split(' ')[1];
        var number = path.Contains("/invoices/", StringComparison.Ordinal) ? invoice
            : path.StartsWith("/producer/", StringComparison.Ordinal) ? $"{producersOrder}" : $"{order}";
        var id = path.Contains("/mail/", StringComparison.Ordinal) ? mail
            : path.Contains("/meetings/", StringComparison.Ordinal) ? meeting
            : path.StartsWith("/staff/jobs/", StringComparison.Ordinal) ? job
            : path.StartsWith("/staff/users/", StringComparison.Ordinal) ? user : trials.IdIn(path);
        return path.Replace("{draft:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
            .Replace("{id:int}", "1", StringComparison.Ordinal)
            .Replace("{deviceId:guid}", $"{trials.Device}", StringComparison.Ordinal)
            .Replace("{topic}", "users", StringComparison.Ordinal)
            .Replace("{userId:guid}", $"{user}", StringComparison.Ordinal)
            .Replace("{siteId:int}", "1", StringComparison.Ordinal)
            .Replace("{packageId:int}", "1", StringComparison.Ordinal)
            .Replace("{currency}", "USD", StringComparison.Ordinal)
            .Replace("{number}", number, StringComparison.Ordinal)
            .Replace("{token}", "none", StringComparison.Ordinal)
            .Replace("{status:int}", "404", StringComparison.Ordinal)
            .Replace("session-ended", "session-ended?ReturnUrl=%2Fassist", StringComparison.Ordinal);
    }
}
