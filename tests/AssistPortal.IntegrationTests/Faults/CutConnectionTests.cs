using System.Diagnostics;
using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Mailing;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>A line that breaks in the midst of what is said, at octets that a seed chooses.</summary>
public sealed class CutConnectionTests
{
    private const int Seed = 20261130;

    [Fact]
    public async Task Between_browser_and_portal_a_form_that_is_sent_again_orders_once()
    {
        using var portal = new PortalFactory();
        var address = portal.ListenForBrowsers();
        await using var proxy = new CuttingProxy(new DnsEndPoint(address.Host, address.Port), Seed);
        using var host = new PortalClient(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = new Uri($"http://127.0.0.1:{proxy.Port}"),
            });
        await host.SignInAsync(Journeys.Host);
        await AssertOnceEachAsync(portal, host, orders: 6, within => proxy.CutWithin(within), within: 6_000);
        Assert.InRange(proxy.Cuts, 6, int.MaxValue);

        // The server itself may find that a body is being read whose line has just gone, and calls that an error.
        Assert.DoesNotContain(portal.Log.Errors, line => line.Category != "Microsoft.AspNetCore.Server.Kestrel");
    }

    [Fact]
    public async Task Between_portal_and_database_an_order_is_placed_once_or_the_form_is_kept()
    {
        using var database = DemoDatabase.Create(DatabaseProvider.PostgreSql);
        await using var proxy = CuttingProxy.BeforePostgreSql(database.ConnectionString, Seed, out var throughProxy);
        using var portal = PortalFactory.With(new PortalSetup
        {
            Database = database,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Database:ConnectionString"] = throughProxy,
            },
        });
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);

        // Each try is repeated by the portal, with pauses: a few orders take long enough.
        await AssertOnceEachAsync(portal, host, orders: 2, within => proxy.CutWithin(within), within: 12_000);
        Assert.InRange(proxy.Cuts, 2, int.MaxValue);
    }

    [Fact]
    public async Task A_slow_database_is_waited_for_and_one_that_is_too_slow_is_told_in_bounded_time()
    {
        using var database = DemoDatabase.Create(DatabaseProvider.PostgreSql);
        await using var proxy = CuttingProxy.BeforePostgreSql(database.ConnectionString, Seed, out var throughProxy);
        using var portal = PortalFactory.With(new PortalSetup
        {
            Database = database,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Database:ConnectionString"] = $"{throughProxy};Timeout=2",
                ["Database:CommandTimeoutSeconds"] = "1",
            },
        });
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        proxy.Delay = TimeSpan.FromMilliseconds(20);
        var step = await host.ToEventInformationAsync();

        proxy.Delay = TimeSpan.FromMinutes(1);
        var began = Stopwatch.GetTimestamp();
        var kept = await step.SubmitAsync(Journeys.EventFields());
        Assert.True(kept.Status == HttpStatusCode.ServiceUnavailable, kept.Describe());
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Contains(portal.Words("en", "Errors.Error.FormKept"), kept.Text, StringComparison.Ordinal);

        proxy.Delay = TimeSpan.Zero;
        (await kept.SubmitAsync()).At("confirmation");
    }

    [Fact]
    public async Task Between_portal_and_mail_server_each_mail_arrives_and_again_only_under_its_Message_ID()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var proxy = new CuttingProxy(new DnsEndPoint("127.0.0.1", smtp.Port), Seed);
        await using var portal = new MailingPortal(DatabaseProvider.Sqlite, proxy.Port);
        var orders = await portal.WriteOrdersAsync(20);
        var mails = orders.Values.SelectMany(ids => ids).ToList();
        proxy.CutWithin(9_000);
        await portal.StartAsync();
        await portal.UntilAsync(mails.Count / 2, OutboxMailState.Sent);
        proxy.CutWithin(0);
        await portal.UntilAsync(mails.Count, OutboxMailState.Sent);
        Assert.InRange(proxy.Cuts, 1, int.MaxValue);
        Assert.Equal(
            mails.Order(StringComparer.Ordinal),
            smtp.Taken().Select(mail => mail.MessageId)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
    }

    /// <summary>Sends each order's last form until it is answered, as somebody does who presses again.</summary>
    private static async Task AssertOnceEachAsync(
        PortalFactory portal, PortalClient host, int orders, Action<int> cutWithin, int within)
    {
        var before = await CountAsync(portal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var order = 0; order < orders; order++)
        {
            var step = await host.ToEventInformationAsync();
            var (action, fields) = step.Prepare(Journeys.EventFields());
            cutWithin(within);
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                await TryAsync(() => host.PostAsync(action, fields));
            }

            cutWithin(0);
            var page = await TryAsync(() => host.PostAsync(action, fields)) ?? await host.PostAsync(action, fields);
            numbers.Add(page.At("confirmation").RequestNumber().Compact);
        }

        Assert.Equal(orders, numbers.Count);
        Assert.Equal(before + orders, await CountAsync(portal));
        var now = portal.Clock.GetCurrentInstant();
        var report = await portal.InDatabaseAsync(db => db.CheckAsync(now, mailsFrom: now));
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
    }

    /// <returns>Null where the line broke.</returns>
    private static async Task<PortalPage?> TryAsync(Func<Task<PortalPage>> send)
    {
        try
        {
            var page = await send();
            Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, page.Describe());
            return page;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static Task<int> CountAsync(PortalFactory portal) =>
        portal.InDatabaseAsync(db => db.Set<Order>().CountAsync());
}
