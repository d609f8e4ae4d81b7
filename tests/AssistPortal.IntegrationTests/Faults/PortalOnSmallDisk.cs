using System.Globalization;
using System.Resources;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Backups;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using AssistPortal.Web.Features.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>A portal's process with the demo data, all of whose data lies on a small disk.</summary>
public sealed class PortalOnSmallDisk : IAsyncLifetime
{
    private const int Mebibytes = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly ResourceManager Texts = new(typeof(ErrorsTexts));

    private readonly PortalFolder folder = new();
    private readonly Instant began = SystemClock.Instance.GetCurrentInstant();
    private ServerProcess? server;

    /// <summary>Where the database, the mails and whatever else it writes lie.</summary>
    public SmallDisk Disk { get; private set; } = null!;

    public OrdersInTurn Orders { get; } = new(SystemClock.Instance.GetCurrentInstant());

    public string Mails => Path.Combine(Disk.Folder, "mail");

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Portal:DataDirectory"] = Disk.Folder, ["Mail:PickupDirectory"] = Mails,
    };

    public async Task InitializeAsync()
    {
        if (SmallDisk.Missing is not null)
        {
            return;
        }

        Disk = new SmallDisk(Path.Combine(folder.Path, "disk"), Mebibytes);
        server = ServerProcess.Start(
            typeof(Program).Assembly.Location,
            ServerProcess.FreePort(),
            Path.Combine(folder.Path, "server.log"),
            new Dictionary<string, string>(Settings, StringComparer.Ordinal)
            {
                ["Demo:Seed"] = "true",
                ["Work:FirstRoundAfterSeconds"] = "0",
                ["Mail:Retry:Waits:0"] = "00:00:01",
                ["Mail:Retry:Later"] = "00:00:01",
            });
        await server.WaitAsync("/health/ready", CancellationToken.None);

        // What was written first has made a log with much room in it, which is given back.
        await using var db = NewContext();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            await using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            Disk.Dispose();
        }

        folder.Dispose();
    }

    public async Task<PortalClient> SignInAsync(string email, string language = "en")
    {
        var browser = new PortalClient(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = server!.Address,
            })
        {
            AcceptLanguage = PortalWords.BrowserOf(language),
        };
        await browser.SignInAsync(email);
        return browser;
    }

    public async Task<int> CountAsync()
    {
        await using var db = NewContext();
        return await db.Set<Order>().CountAsync();
    }

    public async Task<Order> ReadAsync(RequestNumber number)
    {
        await using var db = NewContext();
        return await db.Set<Order>().SingleAsync(order => order.Number == number.Compact);
    }

    /// <summary>Waits until it is so of the mails.</summary>
    public async Task UntilAsync(Func<IQueryable<OutboxMail>, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var db = NewContext();
        while (!await isSo(db.Set<OutboxMail>()))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Waits until no mail waits, and looks for one file of each that was sent.</summary>
    /// <param name="since">From when on the folder has them.</param>
    public async Task AssertMailedOnceAsync(Instant since)
    {
        await UntilAsync(async mails => !await mails.AnyAsync(mail => mail.State == OutboxMailState.Waiting));
        await using var db = NewContext();
        var ids = await db.Set<OutboxMail>().Where(mail => mail.SentAt >= since).Select(mail => mail.Id).ToListAsync();
        Assert.NotEmpty(ids);
        Assert.Equal(
            ids.Select(id => $"{id:N}").Order(StringComparer.Ordinal),
            Directory.GetFiles(Mails)
                .Where(file => File.GetLastWriteTimeUtc(file) >= since.ToDateTimeUtc())
                .Select(file => Path.GetFileName(file).Split('-')[^1].Replace(".eml", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>Has the portal's own command look at the database, beside the portal.</summary>
    public async Task AssertSoundAsync()
    {
        var (code, output) = await CommandProcess.RunAsync(
            typeof(Program).Assembly.Location,
            [
                "check", "--mails-from", InstantPattern.General.Format(began),
                .. Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ]);
        Assert.True(code == 0, output);
        Assert.Contains("Findings: 0.", output, StringComparison.Ordinal);
        Assert.False(server!.HasExited, "It has gone on all the time.");
    }

    /// <summary>Backs up to where there is room.</summary>
    public async Task<string> BackUpAsync()
    {
        await using var db = NewContext();
        return await BackupsOf(db).BackUpAsync(Path.Combine(folder.Path, "whole.db"), mayReplace: true, default);
    }

    /// <summary>While there is no room: a backup leaves no file, and a restore changes nothing.</summary>
    /// <param name="backup">One with fewer orders.</param>
    public async Task AssertNoRoomForBackupsAsync(string backup)
    {
        var orders = await CountAsync();
        await using var db = NewContext();
        await Assert.ThrowsAsync<BackupException>(() => BackupsOf(db)
            .BackUpAsync(Path.Combine(Disk.Folder, "backup.db"), mayReplace: false, default));
        Assert.Empty(Directory.GetFiles(Disk.Folder, "backup*"));
        await Assert.ThrowsAsync<BackupException>(() => BackupsOf(db).RestoreAsync(backup, mayReplace: true, default));
        Assert.Equal(orders, await CountAsync());
    }

    /// <summary>A text of the pages that tell faults.</summary>
    public static string Words(string language, string key) =>
        Texts.GetString(key, new CultureInfo(language)) ?? throw new InvalidOperationException($"No text {key}.");

    private string ConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Disk.Folder, "portal.db") }.ToString();

    private static DatabaseBackups BackupsOf(PortalDbContext db) => new(db, SystemClock.Instance);

    private PortalDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        TestDatabase.Use(builder, DatabaseProvider.Sqlite, ConnectionString);
        return new PortalDbContext(builder.Options);
    }
}
