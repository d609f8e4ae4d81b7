using System.Net;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Outgoing;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Directories;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Who gets a site's directory token: only whom settings name, whatever staff or name servers say.</summary>
public sealed class DirectoryTokenTests(DirectoryTokenTests.Misled misled)
    : IClassFixture<DirectoryTokenTests.Misled>, IDisposable
{
    private const string Token = "the-token-of-an-administrator";
    private const string Named = "api.meetings.example";

    private readonly EavesdroppingPort port = new();

    public static TheoryData<string> Typed =>
    [
        "http://127.1:{0}/",
        "http://2130706433:{0}/",
        "http://0x7f000001:{0}/",
        "http://0177.0.0.1:{0}/",
        "http://[::1]:{0}/",
        "http://[::ffff:127.0.0.1]:{0}/",
        "http://localhost:{0}/",
        "https://127.0.0.1:{0}/",
        "https://10.0.0.1/",
        "https://169.254.169.254/",
    ];

    /// <summary>What a name server may say, and an address that reaches the listener where it isn't checked.</summary>
    public static TheoryData<string> Resolved =>
    [
        "127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::", "10.0.0.1", "172.16.0.1", "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254", "224.0.0.1", "255.255.255.255", "fd00::1", "fe80::1", "ff02::1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::", "2002:a00:1::",
    ];

    public void Dispose() => port.Dispose();

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task A1_what_staff_type_does_not_decide_where_the_token_goes(string address)
    {
        using var stub = await WebexStub.StartAsync();
        using var portal = With(stub.Address, token: stub.Token);
        using var browser = await CoordinatorAsync(portal);
        var (action, fields) = (await SiteAsync(portal, browser)).Prepare(new() { ["DirectoryKind"] = "Webex" });

        var saved = await browser.PostAsync(
            action, [.. fields, new("DirectoryAddress", string.Format(null, address, port.Port))]);
        Assert.Contains(portal.Words("en", "Sites.Saved"), saved.Text, StringComparison.Ordinal);
        var tested = await saved.SubmitFormAsync("#test-form");

        Assert.Contains(portal.Words("en", "Sites.Test.Works"), tested.Text, StringComparison.Ordinal);
        Assert.Single(stub.Requests);
        Assert.Equal(0, port.Connections);
    }

    [Theory]
    [MemberData(nameof(Resolved))]
    public async Task A1_a_name_that_leads_inside_gets_no_connection(string resolved)
    {
        var portal = misled.Portal;
        var before = portal.Log.Lines.Count;
        misled.Resolved = IPAddress.Parse(resolved);

        Assert.Equal(portal.Words("en", "Sites.Test.Unavailable"), await TestAsync(portal));

        Assert.Equal(0, misled.Port.Connections);
        var told = Assert.Single(
            portal.Log.Lines.Skip(before), line => line.Category == typeof(OutgoingConnections).FullName);
        Assert.Equal(LogLevel.Warning, told.Level);
        Assert.Contains(Named, told.Message, StringComparison.Ordinal);
        Assert.Contains(IPAddress.Parse(resolved).ToString(), told.Message, StringComparison.Ordinal);
        AssertNoTokenIsLogged(portal);
    }

    [Fact]
    public async Task A1_a_network_in_settings_lets_a_name_lead_inside_and_it_is_resolved_once()
    {
        var asked = 0;
        using var portal = With(
            $"https://{Named}:{port.Port}/v1/",
            network: "127.0.0.0/8",
            resolve: (_, _) => Task.FromResult<IPAddress[]>(
                [++asked == 1 ? IPAddress.Loopback : IPAddress.IPv6Loopback]));

        await TestAsync(portal);

        Assert.Equal((1, 1), (asked, port.Connections));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("no TLS")]
    [InlineData("no such name")]
    [InlineData("not allowed")]
    public async Task A1_the_words_of_the_test_do_not_tell_open_ports_from_closed_ones(string kind)
    {
        using var portal = kind switch
        {
            "refused" => With("https://127.0.0.1:1/v1/"),
            "no TLS" => With($"https://127.0.0.1:{port.Port}/v1/"),
            "no such name" =>
                With($"https://{Named}/v1/", resolve: (_, _) => throw new System.Net.Sockets.SocketException(11001)),
            _ => With($"https://{Named}:{port.Port}/v1/", "10.0.0.1"),
        };

        Assert.Equal(portal.Words("en", "Sites.Test.Unavailable"), await TestAsync(portal));

        Assert.Contains(
            portal.Log.Lines, line => line.Message.StartsWith("The meeting directory ", StringComparison.Ordinal));
        AssertNoTokenIsLogged(portal);
    }

    private static PortalFactory With(
        string address,
        string resolved = "127.0.0.1",
        string? network = null,
        HostResolver? resolve = null,
        string token = Token)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"Directories:Sites:{PortalPeople.Northwind}:Address"] = address,
            [$"Directories:Sites:{PortalPeople.Northwind}:Token"] = token,
        };
        if (network is not null)
        {
            settings["Directories:AllowedNetworks:0"] = network;
        }

        return PortalFactory.With(new PortalSetup
        {
            Settings = settings,
            Services = services => services.Replace(ServiceDescriptor.Singleton(
                resolve ?? ((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(resolved)])))),
        });
    }

    private static async Task<PortalClient> CoordinatorAsync(PortalFactory portal)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        return browser;
    }

    private static async Task<PortalPage> SiteAsync(PortalFactory portal, PortalClient browser) =>
        await browser.GetAsync($"/staff/sites/{await portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(site => site.HostName == PortalPeople.Northwind).Select(site => site.Id).SingleAsync())}");

    private static async Task<string> TestAsync(PortalFactory portal)
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Site>().Where(site => site.HostName == PortalPeople.Northwind),
            site => site.LookUpIn(DirectoryKind.Webex)));
        using var browser = await CoordinatorAsync(portal);
        var page = await (await SiteAsync(portal, browser)).SubmitFormAsync("#test-form");
        return PortalPage.Squeeze(page.Get("#test-result").TextContent);
    }

    private static void AssertNoTokenIsLogged(PortalFactory portal) => Assert.DoesNotContain(
        portal.Log.Lines, line => $"{line.Message} {line.Fault}".Contains(Token, StringComparison.Ordinal));

    /// <summary>A portal whose name server says what a test wants.</summary>
    public sealed class Misled : IAsyncDisposable
    {
        public Misled() => Portal = With(
            $"https://{Named}:{Port.Port}/v1/", resolve: (_, _) => Task.FromResult<IPAddress[]>([Resolved]));

        public EavesdroppingPort Port { get; } = new();

        public IPAddress Resolved { get; set; } = IPAddress.None;

        public PortalFactory Portal { get; }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            Port.Dispose();
        }
    }
}
