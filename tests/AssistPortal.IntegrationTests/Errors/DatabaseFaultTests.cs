using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>
/// A13: a database that can't be used is told as that, keeps what was typed, and turns the portal's health.
/// </summary>
public sealed class DatabaseFaultTests
{
    private static readonly Dictionary<string, string> Impatient =
        new(StringComparer.Ordinal) { ["Database:CommandTimeoutSeconds"] = "1" };

    [Theory]
    [InlineData("read-only", "en")]
    [InlineData("full", "zh-Hant")]
    [InlineData("locked", "zh-Hans")]
    [InlineData("away", "en")]
    public async Task A13_a_form_is_kept_while_the_database_takes_nothing(string trouble, string language)
    {
        using var database = new TroubledDatabase();
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = Impatient,
            Services = services =>
            {
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(database));
                AskEachTime(services);
            },
        });
        using var host = portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf(language);
        await host.SignInAsync(Journeys.Host);
        var step = await host.ToEventInformationAsync();
        database.Begin(trouble, portal.Folder);
        var kept = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = " Kept 王🎉 </textarea>" }));
        AssertPassing(portal, kept, language);
        Assert.Contains(portal.Words(language, "Errors.Error.FormKept"), kept.Text, StringComparison.Ordinal);
        if (trouble != "full")
        {
            using var staff = portal.CreatePortalClient();
            AssertPassing(portal, await SignInAsync(staff), "en");
        }

        // Pages that only read are there as long as the database is.
        var services = await host.GetAsync("/assist");
        if (trouble == "away")
        {
            AssertPassing(portal, services, language);
        }
        else
        {
            Assert.True(services.Status == HttpStatusCode.OK, services.Describe());
        }

        // What a page count forbids, an update does without.
        if (trouble != "full")
        {
            await AssertUnreadyAsync(host);
        }

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/css/portal.css")).Status);
        database.End();
        var order = await portal.ReadAsync((await kept.SubmitAsync()).At("confirmation").RequestNumber());
        Assert.Equal("Kept 王🎉 </textarea>", order.Event.Topic);
        Assert.Equal("Healthy", (await host.GetAsync("/health/ready")).Source);
    }

    [Fact]
    public async Task A13_the_same_on_a_server_that_turns_read_only_and_goes_away()
    {
        using var database = DemoDatabase.Create(DatabaseProvider.PostgreSql);
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = Impatient, Database = database, Services = AskEachTime,
        });
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var step = await host.ToEventInformationAsync();
        var orders = await CountAsync(portal);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        await OnServerAsync(name, $"ALTER DATABASE \"{name}\" SET default_transaction_read_only = on");
        var kept = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = "Kept" }));
        AssertPassing(portal, kept, "en");
        await AssertUnreadyAsync(host);
        Assert.Equal(orders, await CountAsync(portal));

        await OnServerAsync(name, $"ALTER DATABASE \"{name}\" RENAME TO \"{name}_away\"");
        kept = await kept.SubmitAsync();
        AssertPassing(portal, kept, "en");
        AssertPassing(portal, await host.GetAsync("/assist"), "en");
        await AssertUnreadyAsync(host);

        await OnServerAsync(
            $"{name}_away",
            $"ALTER DATABASE \"{name}_away\" RENAME TO \"{name}\"",
            $"ALTER DATABASE \"{name}\" RESET default_transaction_read_only");
        var order = await portal.ReadAsync((await kept.SubmitAsync()).At("confirmation").RequestNumber());
        Assert.Equal("Kept", order.Event.Topic);
        Assert.Equal("Healthy", (await host.GetAsync("/health/ready")).Source);
    }

    private static void AskEachTime(IServiceCollection services) => services
        .PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);

    private static async Task<PortalPage> SignInAsync(PortalClient browser)
    {
        var form = await browser.GetAsync("/account/sign-in");
        return form.Status == HttpStatusCode.OK
            ? await form.SubmitAsync(new() { ["Email"] = "coordinator@demo.example", ["Password"] = "wrong password" })
            : form;
    }

    private static void AssertPassing(PortalFactory portal, PortalPage page, string language)
    {
        Assert.True(page.Status == HttpStatusCode.ServiceUnavailable, page.Describe());
        Assert.Equal((portal.Words(language, "Errors.Error.503.Title"), language), (page.Heading, page.Language));
        Assert.NotNull(page.Find("header a[href='/']"));
    }

    private static async Task AssertUnreadyAsync(PortalClient browser)
    {
        var ready = await browser.GetAsync("/health/ready");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.Status, ready.Source.Split('\n')[0]));
        Assert.Contains("database: Unhealthy. The database can't be written.", ready.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
    }

    private static Task<int> CountAsync(PortalFactory portal) =>
        portal.InDatabaseAsync(db => db.Set<Order>().CountAsync());

    /// <summary>Without anybody connected to it, and with no connection from before left afterwards.</summary>
    private static async Task OnServerAsync(string name, params string[] statements)
    {
        await using var server = new NpgsqlConnection(TestDatabase.Server(DatabaseProvider.PostgreSql));
        await server.OpenAsync();
        var anyName = $"{name.Replace("_away", "", StringComparison.Ordinal)}%";
        string[] all =
        [
            $"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS false",
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
            .. statements,
            $"UPDATE pg_database SET datallowconn = true WHERE datname LIKE '{anyName}'",
        ];
        foreach (var statement in all)
        {
            await using var command = server.CreateCommand();
#pragma warning disable CA2100 // The only variable part is a name of our own making.
            command.CommandText = statement;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
