using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>A portal in which nobody is offered anything but when a test says so.</summary>
internal static class WaitingRoom
{
    /// <summary>Olivia Carter works then; one producer is enough for a test.</summary>
    public static readonly FreeMoment Wanted = new(new LocalDateTime(2027, 1, 19, 12, 0));

    public static PortalFactory Open(
        TestDatabase? database = null, FakeClock? clock = null, IReadOnlyDictionary<string, string>? settings = null) =>
        PortalFactory.With(new PortalSetup
        {
            Database = database,
            Settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Clock = clock ?? TestClock.AtStartOfDecember2026(),
            Services = services => services.Remove(
                services.Single(service => service.ImplementationType == typeof(OfferWorker))),
        });

    /// <summary>Nobody works any more, though all stay qualified: packages are offered still.</summary>
    public static Task SendHomeAsync(this PortalFactory portal) => portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Producer>().WithParts(), producer => producer.ChangeHours([], [])));

    /// <summary>Olivia Carter works again, on weekdays from nine to six.</summary>
    public static Task BringBackAsync(this PortalFactory portal) => portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Producer>().WithParts().Where(producer => producer.Email == "producer@demo.example"),
        producer => producer.ChangeHours(
            [
                .. Enumerable.Range((int)IsoDayOfWeek.Monday, 5)
                    .Select(day => new HoursDetails((IsoDayOfWeek)day, 9 * 60, 18 * 60)),
            ],
            [])));

    /// <summary>What the worker does every few seconds.</summary>
    public static async Task<int> OfferAsync(this PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OfferRound>().RunAsync(CancellationToken.None);
    }

    /// <summary>A new host's browser, signed in.</summary>
    public static async Task<PortalClient> NewHostAsync(this PortalFactory portal, string name)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(await portal.AddHostAsync(name, PortalPeople.Northwind));
        return browser;
    }

    public static async Task<PortalClient> SignedInAsync(this PortalFactory portal, string email = Journeys.Host)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }

    /// <summary>Asks to be told, by the page, without step 1.</summary>
    public static async Task<PortalPage> WaitAsync(
        this PortalFactory portal, PortalClient browser, FreeMoment? moment = null, string package = "ec-premium")
    {
        var site = await portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(site => site.HostName == PortalPeople.Northwind)
            .Select(site => site.Id)
            .SingleAsync());
        var fields = (moment ?? Wanted).Fields();
        (fields["SiteId"], fields["PackageCode"]) = ($"{site}", package);
        return await (await browser.GetAsync("/assist/wait")).SubmitAsync(fields);
    }

    public static Task<List<WaitingWish>> WishesAsync(this PortalFactory portal) =>
        portal.InDatabaseAsync(db => db.Set<WaitingWish>().AsNoTracking()
            .OrderBy(wish => wish.WaitingSince)
            .ToListAsync());

    /// <summary>What is held for those who waited, at this moment.</summary>
    public static Task<List<Reservation>> HeldAsync(this PortalFactory portal)
    {
        var now = portal.Clock.GetCurrentInstant();
        return portal.InDatabaseAsync(db => db.Set<Reservation>().AsNoTracking()
            .Where(hold => hold.HoldUntil > now && db.Set<WaitingWish>().Any(wish => wish.Id == hold.DraftId))
            .ToListAsync());
    }

    public static Task<List<OutboxMail>> OfferMailsAsync(this PortalFactory portal) =>
        portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.Cause == WaitingOfferMail.Cause)
            .OrderBy(mail => mail.CreatedAt)
            .ToListAsync());

    /// <summary>The link in the mail about an offer, as it left.</summary>
    public static async Task<string> LinkAsync(this PortalFactory portal, Guid wishId)
    {
        var text = (await portal.MailsAboutAsync($"{wishId}"))[^1].Read.Text!;
        var from = text.IndexOf("/assist/wait/offer?token=", StringComparison.Ordinal);
        return text[from..].Split('\n', '\r', ' ', '>')[0];
    }
}
