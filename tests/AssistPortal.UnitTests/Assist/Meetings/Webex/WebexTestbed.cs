using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Meetings.Webex;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Directories;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

/// <summary>The Webex directory of one site, put together as in the portal, before a stub of the API.</summary>
internal sealed class WebexTestbed : IDisposable
{
    public const string HostName = "northwind.meetings.example";

    public static readonly SessionHost Host = new("hannah", "host@demo.example");

    private readonly IConfigurationRoot configuration;
    private readonly ServiceProvider services;

    private WebexTestbed(WebexStub stub, Dictionary<string, string?> settings, WebexLimits limits)
    {
        Stub = stub;
        Site = new Site("Northwind", HostName, "USD");
        Site.LookUpIn(DirectoryKind.Webex);
        var collection = new ServiceCollection();
        configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddSingleton<IClock>(Clock);
        collection.AddMeetings();
        collection.AddSingleton(limits);
        services = collection.BuildServiceProvider();
        Directory = ActivatorUtilities.CreateInstance<WebexMeetingDirectory>(services);
    }

    public WebexStub Stub { get; }

    public Site Site { get; }

    public FakeClock Clock { get; } = TestClock.AtStartOfDecember2026();

    public PortalLog Log { get; } = new();

    public IMeetingDirectory Directory { get; }

    public static async Task<WebexTestbed> StartAsync(
        WebexLimits? limits = null, params (string Name, string? Value)[] settings)
    {
        var stub = await WebexStub.StartAsync();
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) 
        {
            [Setting("Token")] = stub.Token, [Setting("Address")] = stub.Address,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        // Slow machines: only tests of slowness have a short limit.
        return new WebexTestbed(
            stub,
            all,
            limits ?? new WebexLimits { Lookup = TimeSpan.FromSeconds(30), Change = TimeSpan.FromSeconds(30) });
    }

    public static string Setting(string name) => $"Directories:Sites:{HostName}:{name}";

    public Task<IReadOnlyList<DirectorySession>> FindAsync(
        SessionHost? host = null, CancellationToken cancellationToken = default)
    {
        var now = Clock.GetCurrentInstant();
        return Directory.FindAsync(
            Site, host ?? Host, new NodaTime.Interval(now, now + Duration.FromDays(367)), cancellationToken);
    }

    /// <summary>Lets the settings name another address of the API.</summary>
    public void MoveTo(string address)
    {
        configuration[Setting("Address")] = address;
        configuration.Reload();
    }

    /// <summary>Why a look-up fails.</summary>
    public async Task<DirectoryException> FaultAsync() =>
        await Assert.ThrowsAsync<DirectoryException>(() => FindAsync());

    public Instant In(int days) => Clock.GetCurrentInstant() + Duration.FromDays(days);

    /// <summary>Nothing that the directory said, no token, and nobody's address stands in the log.</summary>
    public void AssertLogIsClean()
    {
        var written = string.Join('\n', Log.Lines.Select(line => $"{line.Message} {line.Fault}"));
        foreach (var secret in new[] { StubMeeting.Secret, StubFault.RawMessage, Stub.Token, Host.Email })
        {
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Dispose()
    {
        AssertLogIsClean();
        services.Dispose();
        Stub.Dispose();
    }
}
