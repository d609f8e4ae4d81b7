using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Maintenance;

/// <summary>Backup, restore and check as an operator runs them, while hosts order.</summary>
public abstract class BackupTests : IDisposable
{
    // The demo data has no mails.
    private const string MailsFrom = "2026-12-01T09:00:00Z";

    private readonly PortalFolder backups = new();
    private readonly List<IDisposable> places = [];

    protected abstract DatabaseProvider Provider { get; }

    [Fact]
    public async Task A_backup_of_a_portal_at_work_is_restored_elsewhere_sound_and_with_all_orders_until_then()
    {
        var here = DemoPlace();
        using var portal = PortalFactory.With(here.Setup);
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var first = (await host.OrderAsync(changes: new() { ["Topic"] = "Before the backup" })).RequestNumber();

        using var stop = new CancellationTokenSource();
        var ordering = OrderOnAsync(host, stop.Token);
        var (code, output) = await RunAsync(here, "backup", backups.Path);
        await stop.CancelAsync();
        var meanwhile = await ordering;
        Assert.True(code == 0, output);
        Assert.True(meanwhile > 0, "Nobody has ordered.");
        var file = Assert.Single(Directory.GetFiles(backups.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await AssertRefusedAsync("is there already; --replace puts", here, "backup", file);
        await AssertRefusedAsync("has data, which would be lost; --replace puts", here, "restore", file);

        var there = EmptyPlace();
        await AssertRefusedAsync("There is nothing to back up", there, "backup", $"{file}.empty");
        (code, output) = await RunAsync(there, "restore", file, "--hold-mails");
        Assert.True(code == 0, output);
        (code, output) = await RunAsync(there, "check", "--mails-from", MailsFrom);
        Assert.True(code == 0, output);
        Assert.Contains("Findings: 0.", output, StringComparison.Ordinal);

        // What was placed before is there, with whoever may see it; once more over it, with the explicit word.
        using (var restored = PortalFactory.With(there.Setup))
        {
            using var browser = restored.CreatePortalClient();
            await browser.SignInAsync(Journeys.Host);
            var page = await browser.GetAsync($"/resources/orders/{first}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Before the backup", page.Heading, StringComparison.Ordinal);
            Assert.False(await restored.InDatabaseAsync(db => db.Set<OutboxMail>().AnyAsync(mail =>
                mail.State == OutboxMailState.Waiting && mail.Cause == OrderPlacedMail.Cause)));
        }

        (code, output) = await RunAsync(there, "restore", file, "--replace");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task A_file_that_can_t_be_restored_is_told_in_a_sentence_and_changes_nothing()
    {
        var here = DemoPlace();
        Directory.CreateDirectory(backups.Path);
        string whole = FileOf("whole"), cut = FileOf("cut"), text = FileOf("text"), other = FileOf("other");
        var (code, output) = await RunAsync(here, "backup", whole);
        Assert.True(code == 0, output);
        var octets = await File.ReadAllBytesAsync(whole);
        await File.WriteAllBytesAsync(cut, octets[..(octets.Length / 2)]);
        await File.WriteAllTextAsync(text, "Dear operator");
        await File.WriteAllBytesAsync(
            other, (Provider == DatabaseProvider.Sqlite ? "PGDMP and so on   "u8 : "SQLite format 3\0"u8).ToArray());
        await AssertRefusedAsync("is broken or not whole", here, "restore", cut, "--replace");
        await AssertRefusedAsync("is no backup of the portal, and the settings", here, "restore", text, "--replace");
        await AssertRefusedAsync("is a backup of", here, "restore", other, "--replace");
        await AssertRefusedAsync("is not there", here, "restore", FileOf("none"), "--replace");

        using var db = here.NewContext();
        var orders = await db.Set<Order>().CountAsync();
        Assert.NotEqual(0, orders);
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later\u001b]0;x\u0007', '99')");
        (code, output) = await RunAsync(here, "backup", whole, "--replace");
        Assert.True(code == 0, output);
        await AssertRefusedAsync(
            @"version of the portal (29990101000000_Later\u001b]0;x\u0007)", EmptyPlace(), "restore", whole);
        Assert.Equal(orders, await db.Set<Order>().CountAsync());
    }

    [Fact]
    public async Task Check_tells_what_is_wrong_by_its_exit_code()
    {
        var here = DemoPlace();
        var (code, output) = await RunAsync(here, "check", "--mails-from", MailsFrom);
        Assert.True(code == 0, output);
        Assert.Matches("Read: .*orders.*trials", output);
        using (var db = here.NewContext())
        {
            await db.Set<Order>().Where(order => order.State == OrderState.Placed)
                .ExecuteUpdateAsync(set => set.SetProperty(order => order.State, OrderState.Cancelled));
        }

        (code, output) = await RunAsync(here, "check", "--mails-from", MailsFrom);
        Assert.Equal(3, code);
        Assert.Contains("CancelledOrderReserves: order ", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(here, "chekc")).Code);
        Assert.Equal(2, (await RunAsync(here, "check", "--mails-from", "today")).Code);
        await AssertRefusedAsync("There is nothing to check", EmptyPlace(), "check");
    }

    public void Dispose()
    {
        places.ForEach(place => place.Dispose());
        backups.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Place NewPlace(bool hasDemo);

    private Place DemoPlace() => Kept(NewPlace(hasDemo: true));

    private Place EmptyPlace() => Kept(NewPlace(hasDemo: false));

    private Place Kept(Place place)
    {
        places.Add(place);
        return place;
    }

    private string FileOf(string name) => Path.Combine(backups.Path, name);

    private static async Task<int> OrderOnAsync(PortalClient host, CancellationToken stop)
    {
        var placed = 0;
        while (placed == 0 || !stop.IsCancellationRequested)
        {
            await host.OrderAsync();
            placed++;
        }

        return placed;
    }

    private static async Task AssertRefusedAsync(string sentence, Place place, params string[] words)
    {
        var (code, output) = await RunAsync(place, words);
        Assert.True(code == 1, output);
        Assert.Contains(sentence, Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunAsync(Place place, params IEnumerable<string> words) =>
        CommandProcess.RunAsync(
            typeof(Program).Assembly.Location,
            [.. words, .. place.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

    /// <summary>A folder with a database in it or beside it.</summary>
    private protected sealed class Place(PortalFolder folder, TestDatabase? database) : IDisposable
    {
        public Dictionary<string, string> Settings { get; } = database is null
            ? new(StringComparer.Ordinal) { ["Portal:DataDirectory"] = folder.Path }
            : new(StringComparer.Ordinal)
            {
                ["Portal:DataDirectory"] = folder.Path,
                ["Database:Provider"] = $"{database.Provider}",
                ["Database:ConnectionString"] = database.ConnectionString,
            };

        public PortalSetup Setup => new() { Folder = folder, Database = database };

        public PortalDbContext NewContext()
        {
            if (database is not null)
            {
                return database.NewContext();
            }

            var builder = new DbContextOptionsBuilder<PortalDbContext>();
            TestDatabase.Use(builder, DatabaseProvider.Sqlite, folder.ConnectionString);
            return new PortalDbContext(builder.Options);
        }

        public void Dispose()
        {
            database?.Dispose();
            folder.Dispose();
        }
    }
}

public sealed class BackupTestsOnSqlite : BackupTests
{
    protected override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    private protected override Place NewPlace(bool hasDemo)
    {
        var folder = new PortalFolder();
        if (hasDemo)
        {
            using var template = DemoDatabase.Create(Provider);
            template.CopyTo(folder.Database);
        }

        return new Place(folder, database: null);
    }
}

public sealed class BackupTestsOnPostgreSql : BackupTests
{
    protected override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    private protected override Place NewPlace(bool hasDemo)
    {
        var database = DemoDatabase.Create(Provider);
        if (!hasDemo)
        {
            // The name alone is left.
            database.Dispose();
        }

        return new Place(new PortalFolder(), database);
    }
}
