using AssistPortal.Assist.Demo;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// The whole portal in the test's process, with antiforgery, real SQLite and demo data, in a folder of its own that
/// goes with it. Its clock stands on 2026-12-01 09:00 UTC and moves only when told. As a fixture it takes no setup;
/// <see cref="With"/> makes one that differs. Browsers reach it after <see cref="ListenForBrowsers"/>.
/// </summary>
public sealed class PortalFactory : WebApplicationFactory<Program>
{
    /// <summary>What mails' links begin with.</summary>
    public const string PublicAddress = "http://portal.example/";

    private static int checkedServices;

    private readonly PortalSetup setup;
    private readonly bool ownsFolder;
    private bool disposed;
    private bool isOnNetwork;

    /// <summary>
    /// Files are not watched but polled: each watch takes one of 128 that a user has on Linux, and keeps it after its
    /// portal until garbage is collected.
    /// </summary>
    static PortalFactory() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    public PortalFactory()
        : this(new PortalSetup(), fromTemplate: true)
    {
    }

    private PortalFactory(PortalSetup setup, bool fromTemplate)
    {
        this.setup = setup;
        Folder = setup.Folder ?? new PortalFolder();
        ownsFolder = setup.Folder is null;
        if (fromTemplate
            && setup.Database is null
            && setup.Demo
            && !setup.GoesByRealTime
            && setup.Clock.GetCurrentInstant() == DemoDatabase.Now
            && !File.Exists(Folder.Database))
        {
            DemoDatabase.Template(DatabaseProvider.Sqlite).CopyTo(Folder.Database);
        }
    }

    public FakeClock Clock => setup.Clock;

    public PortalFolder Folder { get; }

    public PortalLog Log { get; } = new();

    /// <summary>Where the portal is reached: over the network after <see cref="ListenForBrowsers"/>.</summary>
    public Uri BaseAddress => ClientOptions.BaseAddress;

    public static PortalFactory With(PortalSetup setup) => new(setup, fromTemplate: true);

    internal static PortalFactory WithoutTemplate(PortalSetup setup) => new(setup, fromTemplate: false);

    /// <summary>Starts it on Kestrel, on this machine's loopback address and a free port.</summary>
    public Uri ListenForBrowsers()
    {
        // A port given here is set too late where the portal starts faster than this thread goes on: see Urls.
        isOnNetwork = true;
        UseKestrel();
        StartServer();
        return BaseAddress;
    }

    /// <summary>A client that neither follows redirects nor keeps cookies.</summary>
    internal HttpClient CreatePlainClient() => isOnNetwork
        ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = BaseAddress,
        }
        : CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = false,
            BaseAddress = BaseAddress,
        });

    /// <summary>A new browser without cookies, that speaks English where nobody says otherwise.</summary>
    public PortalClient CreatePortalClient() => new(this);

    /// <summary>Looks into the portal's database, or changes it behind the portal's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <inheritdoc cref="InDatabaseAsync{T}" />
    public async Task InDatabaseAsync(Func<PortalDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Adds the day's business, which the demo data has besides.</summary>
    public async Task BecomeBusyAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var users = await db.Users.ToDictionaryAsync(user => user.Email!, StringComparer.OrdinalIgnoreCase);
        var today = ActivatorUtilities.CreateInstance<DemoToday>(scope.ServiceProvider);
        await db.InTransactionAsync(cancellationToken => today.AddAsync(users, cancellationToken), default);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!disposed && ownsFolder)
        {
            Folder.Dispose();
        }

        disposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>That each service can be made is checked for the first portal, and holds for all of them.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (Interlocked.Exchange(ref checkedServices, 1) == 1)
        {
            builder.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        }

        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(setup.Environment);
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        builder.UseSetting("Urls", isOnNetwork ? "http://127.0.0.1:0" : "http://localhost:5080");
        builder.UseSetting("Ordering:MostHolds", "100");
        builder.UseSetting("Ordering:MostDrafts", "1000");
        builder.UseSetting("Portal:Address", PublicAddress);
        builder.UseSetting("Work:FirstRoundAfterSeconds", "0");

        // Slow machines: only tests of slowness keep nobody waiting.
        builder.UseSetting("Directories:Patience", "00:01:00");
        builder.UseSetting("Portal:DataDirectory", Folder.Path);
        builder.UseSetting("Mail:PickupDirectory", Folder.Mails);
        builder.UseSetting("Demo:Seed", setup.Demo ? "true" : "false");
        if (setup.Database is { } database)
        {
            builder.UseSetting("Database:Provider", $"{database.Provider}");
            builder.UseSetting("Database:ConnectionString", database.ConnectionString);
        }

        foreach (var (name, value) in setup.Settings)
        {
            builder.UseSetting(name, value);
        }

        // What the portal itself leaves out of its log.
        builder.ConfigureLogging(
            logging => logging.ClearProviders().AddProvider(Log).AddFilter("Microsoft", LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            if (!setup.GoesByRealTime)
            {
                services.RemoveAll<IClock>();
                services.AddSingleton<IClock>(Clock);
            }

            services.RemoveAll<Serilog.ILogger>();
            services.AddSingleton(Log.Serilog);

            // What happens today is made of moments around now: tests have a quiet day, but for BecomeBusyAsync.
            services.Remove(services.Single(service => service.ImplementationType == typeof(DemoToday)));

            // Hashing is slow on purpose; tests sign in hundreds of times.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            KnownActions.Use(services);
            KnownViews.Use(services);
            setup.Services(services);
        });
    }
}
