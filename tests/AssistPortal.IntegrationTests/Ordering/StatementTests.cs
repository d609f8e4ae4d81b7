using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>Pages on which somebody looks for a time ask the database for nothing twice.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly CountedCommands commands = new();
    private readonly PortalFactory portal;

    public StatementTests() => portal = PortalFactory.With(new PortalSetup
    {
        Services = services =>
        {
            LinksTests.WithoutWorkers.Services(services);
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
        },
    });

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Step_1_asks_for_no_zone_and_no_short_notice_twice()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.BeginAsync();

        var asked = Math.Min(await CountAsync(browser, step.Path), await CountAsync(browser, step.Path));

        // Stamps with the reservations that have changed, the draft with all that is asked about it.
        Assert.Equal(2, asked);
        Assert.Equal("America/New_York", step.Value("TimeZone"));
    }

    [Fact]
    public async Task A_whole_order_asks_the_database_42_times_at_most_and_commits_5_times()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);

        // What is kept in memory is read again every five seconds: the least of three tells what an order itself asks.
        var (least, path) = (int.MaxValue, "");
        for (var turn = 0; turn < 3; turn++)
        {
            (commands.Count, commands.Commits) = (0, 0);
            path = (await browser.OrderAsync()).Path;
            least = Math.Min(least, commands.Count);

            // The draft, the hold, two steps, the order.
            Assert.Equal(5, commands.Commits);
        }

        Assert.InRange(least, 25, 42);
        Assert.InRange(Math.Min(await CountAsync(browser, path), await CountAsync(browser, path)), 1, 2);
    }

    [Fact]
    public async Task The_two_mails_of_an_order_are_leased_read_and_noted_together()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        await browser.OrderAsync();
        await SendMailsAsync();
        await browser.OrderAsync();
        commands.Count = 0;

        await SendMailsAsync();

        // What is due, its lease, what it says, two for the key in the customer's link, the note, whether more is due.
        Assert.InRange(commands.Count, 5, 7);
    }

    [Fact]
    public async Task Hot_pages_ask_for_little()
    {
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var confirmation = await host.OrderAsync();
        var order = $"/staff/orders/{confirmation.RequestNumber()}";

        // Stamps; the desk with the reader's zone and views; what is counted; the orders with their reasons; the bell.
        await AtMostAsync(staff, "/staff/orders", 5);

        // What the list counts of another filter than those that everybody has.
        await AtMostAsync(staff, "/staff/orders?status=coming&sort=start", 6);

        // Stamps, the reader's zone, what is reserved, also of former producers; the bell.
        await AtMostAsync(staff, "/staff/schedule?date=2026-12-02", 5);
        await AtMostAsync(staff, "/staff", 14);
        await AtMostAsync(staff, order, 26);

        // Stamps, the orders with the reader's zone.
        await AtMostAsync(host, "/resources", 2);

        // Stamps, sites, drafts, meetings with what is ordered for them, what is waited for.
        await AtMostAsync(host, "/assist", 7);
        await AtMostAsync(host, confirmation.Path, 2);
    }

    [Fact]
    public async Task Wished_times_cost_the_page_of_sessions_no_search_of_their_own()
    {
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var order = (await portal.InDatabaseAsync(db => db.Set<Order>()
            .Where(item => item.State == OrderState.Placed).OrderBy(item => item.Id).ToListAsync()))
            .First(item => item.SessionWishes.Count > 0);
        var path = $"/staff/orders/{order.RequestNumber}/sessions";
        await staff.GetAsync(path);

        var with = await CountAsync(staff, path);
        await portal.InDatabaseAsync(db => db.Set<Order>().ExecuteUpdateAsync(
            set => set.SetProperty(item => item.SessionWishes, Array.Empty<LocalDateTime>())));

        Assert.Equal(await CountAsync(staff, path), with);
    }

    private async Task SendMailsAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailDrain>().RunAsync(CancellationToken.None);
    }

    /// <summary>Of three times: what is kept in memory is read again every five seconds.</summary>
    private async Task AtMostAsync(PortalClient browser, string path, int most)
    {
        var least = int.MaxValue;
        for (var turn = 0; turn < 3; turn++)
        {
            commands.Commits = 0;
            least = Math.Min(least, await CountAsync(browser, path));
            Assert.Equal((path, 0), (path, commands.Commits));
        }

        Assert.Equal((path, most), (path, Math.Max(least, most)));
    }

    private async Task<int> CountAsync(PortalClient browser, string path)
    {
        commands.Count = 0;
        var page = await browser.GetAsync(path);
        Assert.Equal(path, page.Path);
        return commands.Count;
    }
}
