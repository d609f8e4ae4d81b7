using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AssistPortal.IntegrationTests.Data;

public sealed class DatabaseTests
{
    [Fact]
    public async Task The_model_has_no_change_that_the_migrations_lack()
    {
        using var portal = new PortalFactory();
        Assert.False(await portal.InDatabaseAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await portal.InDatabaseAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.NotEmpty(await portal.InDatabaseAsync(db => db.Database.GetAppliedMigrationsAsync()));
    }

    [Fact]
    public async Task A_database_of_an_earlier_pre_release_is_refused_with_what_to_do_and_left_as_it_is()
    {
        using var folder = new PortalFolder();
        using (var portal = PortalFactory.With(new PortalSetup { Folder = folder }))
        {
            await portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
                """UPDATE "__EFMigrationsHistory" SET "MigrationId" = '20261122051702_InitialSchema'"""));
        }

        using var later = PortalFactory.With(new PortalSetup { Folder = folder });
        var refusal = Assert.Throws<PortalStartException>(() => later.Services);

        Assert.Contains(
            "another pre-release of the portal (20261122051702_InitialSchema)",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.Contains("Database:ConnectionString", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_still_there_after_a_restart_and_nothing_is_filled_twice()
    {
        using var folder = new PortalFolder();
        RequestNumber number;
        (int Users, int Packages, int Orders) before;
        using (var portal = PortalFactory.With(new PortalSetup { Folder = folder }))
        {
            using var browser = portal.CreatePortalClient();
            await browser.SignInAsync(Journeys.Host);
            number = (await browser.OrderAsync(changes: new() { ["Topic"] = "It stays" })).RequestNumber();
            before = await CountAsync(portal);
        }

        using var again = PortalFactory.With(new PortalSetup { Folder = folder });
        using var later = again.CreatePortalClient();
        await later.SignInAsync(Journeys.Host);
        Assert.Contains(
            "It stays", (await later.GetAsync($"/resources/orders/{number}")).Heading, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(again));
        Assert.Empty(again.Log.Errors);
    }

    [Fact]
    public async Task Production_gets_roles_and_catalogue_but_no_people_sites_or_orders()
    {
        using var portal = PortalFactory.With(new PortalSetup { Environment = Environments.Production, Demo = false });
        Assert.Equal((0, 4, 0), await CountAsync(portal));
        Assert.Equal(0, await portal.InDatabaseAsync(db => db.Set<Assist.Sites.Site>().CountAsync()));
        Assert.Equal(7, await portal.InDatabaseAsync(db => db.Roles.CountAsync()));
        using var browser = portal.CreatePortalClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SignInAsync("admin@demo.example"));
    }

    [Fact]
    public async Task Demo_data_outside_development_is_warned_of()
    {
        using var portal = PortalFactory.With(new PortalSetup { Environment = Environments.Production });
        _ = portal.Services;
        Assert.Contains(
            portal.Log.Lines,
            line => line.Message.StartsWith("Demo:Seed is on outside Development", StringComparison.Ordinal));
        Assert.NotEqual(0, (await CountAsync(portal)).Users);
    }

    [Fact]
    public async Task The_demo_accounts_all_sign_in_with_the_announced_password()
    {
        using var portal = new PortalFactory();
        foreach (var name in new[]
        {
            "host",
            "host2",
            "coordinator",
            "producer",
            "admin",
            "partner",
            "partner2",
            "customer",
            "helpdesk",
        })
        {
            using var browser = portal.CreatePortalClient();
            await browser.SignInAsync($"{name}@demo.example", DemoAccounts.Password);
        }
    }

    [Fact]
    public async Task A_copy_made_while_the_portal_runs_starts_another_one()
    {
        using var folder = new PortalFolder();
        RequestNumber number;
        using (var portal = new PortalFactory())
        {
            using var browser = portal.CreatePortalClient();
            await browser.SignInAsync(Journeys.Host);
            number = (await browser.OrderAsync()).RequestNumber();
            await using var connection = new SqliteConnection(portal.Folder.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", folder.Database);
            await command.ExecuteNonQueryAsync();
        }

        using var restored = PortalFactory.With(new PortalSetup { Folder = folder });
        using var later = restored.CreatePortalClient();
        await later.SignInAsync(Journeys.Host);
        Assert.Contains(number.ToString(), (await later.GetAsync("/resources")).Text, StringComparison.Ordinal);
    }

    private static Task<(int Users, int Packages, int Orders)> CountAsync(
        PortalFactory portal) => portal.InDatabaseAsync(async db =>
        (await db.Users.CountAsync(), await db.Set<ServicePackage>().CountAsync(), await db.Set<Order>().CountAsync()));
}
