using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Data;

/// <summary>Two real server processes on one PostgreSQL: nothing that a host does lives in one of them.</summary>
public sealed class TwoServersTests(TwoServers servers) : IClassFixture<TwoServers>
{
    [Fact]
    public async Task An_order_goes_to_and_fro_between_them()
    {
        using var browser = NewBrowser();
        await browser.SignInAsync(Journeys.Host);
        var confirmation = await browser.OrderAsync(moment: Moment(0), changes: new() { ["Topic"] = "Two servers" });
        var number = confirmation.RequestNumber();

        Assert.Contains(
            "Two servers", (await browser.GetAsync($"/resources/orders/{number}")).Heading, StringComparison.Ordinal);
        Assert.Contains(
            "Two servers", (await browser.GetAsync($"/resources/orders/{number}")).Heading, StringComparison.Ordinal);
        await using var db = servers.Database.NewContext();
        var order = await db.Set<Order>().SingleAsync(item => item.Number == number.Compact);
        Assert.Single(await db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == order.Id.ToString() && mail.Cause == OrderPlacedMail.Cause)
            .ToListAsync());
    }

    [Fact]
    public async Task A_hold_at_one_is_a_hold_at_the_other()
    {
        using var browser = NewBrowser();
        using var other = NewBrowser(first: 1);
        await browser.SignInAsync(Journeys.Host);
        await other.SignInAsync(Journeys.OtherHost);
        var producers = 0;
        for (; producers < 20; producers++)
        {
            var page = await (await (producers % 2 == 0
                ? browser
                : other).BeginAsync("tc-premium")).SubmitAsync(Moment(1).Fields());
            if (page.Status == HttpStatusCode.UnprocessableEntity)
            {
                break;
            }
        }

        Assert.InRange(producers, 2, 12);
        await using var db = servers.Database.NewContext();
        var now = SystemClock.Instance.GetCurrentInstant();
        var report = await db.CheckAsync(now, mailsFrom: now);
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
    }

    private static FreeMoment Moment(int week)
    {
        var monday = SystemClock.Instance.GetCurrentInstant()
            .InUtc()
            .Date.PlusDays(30)
            .Next(IsoDayOfWeek.Monday)
            .PlusWeeks(week);
        return new FreeMoment(monday.At(new LocalTime(15, 0)), "Etc/UTC");
    }

    /// <summary>A browser of which each request goes to the other server than the one before.</summary>
    private PortalClient NewBrowser(int first = 0) => new(
        new HttpClient(new ToAndFro(servers.Addresses, first)) { BaseAddress = new Uri("http://localhost") });

    private sealed class ToAndFro(IReadOnlyList<Uri> servers, int first) : DelegatingHandler(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private int next = first;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = "localhost";
            request.RequestUri = new Uri(servers[next++ % servers.Count], request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>The two, with demo data; they end with the tests.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    private readonly PortalFolder folder = new();
    private readonly List<ServerProcess> servers = [];

    public TestDatabase Database { get; } = TestDatabase.Create(DatabaseProvider.PostgreSql);

    public IReadOnlyList<Uri> Addresses => [.. servers.Select(server => server.Address)];

    public async Task InitializeAsync()
    {
        // The second one starts while the first one fills the database.
        servers.AddRange(Enumerable.Range(0, 2).Select(Start));
        await Task.WhenAll(servers.Select(server => server.WaitAsync("/health/ready", CancellationToken.None)));
    }

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        Database.Dispose();
        folder.Dispose();
    }

    private ServerProcess Start(int number) => ServerProcess.Start(
        typeof(Program).Assembly.Location,
        ServerProcess.FreePort(),
        Path.Combine(folder.Path, $"server-{number}.log"),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Demo:Seed"] = "true",
            ["Database:Provider"] = $"{Database.Provider}",
            ["Database:ConnectionString"] = Database.ConnectionString,
            ["Portal:DataDirectory"] = folder.Path,
            ["Mail:PickupDirectory"] = folder.Mails,
        });
}
