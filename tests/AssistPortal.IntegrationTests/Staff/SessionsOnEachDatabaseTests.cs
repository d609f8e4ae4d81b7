using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Acts on sessions, on each database.</summary>
public abstract class SessionsOnEachDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private PortalClient staff = null!;

    protected SessionsOnEachDatabaseTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    public async Task InitializeAsync()
    {
        staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
    }

    public async Task DisposeAsync()
    {
        staff.Dispose();
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Of_two_at_the_same_moment_one_schedules_and_what_follows_fits()
    {
        var order = await portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        var path = $"/staff/orders/{order.RequestNumber}/sessions";
        var forms =
            new[] { await (await staff.GetAsync(path)).PickAsync(), await (await staff.GetAsync(path)).PickAsync(1) };
        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync()));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(page => page.Status).Order());
        var session = Assert.Single(await portal.SessionsAsync(order));
        Assert.True(await portal.NeedsAsync(order, AttentionReason.Session));
        await (await (await staff.GetAsync(path)).PickAsync()).SubmitAsync();
        Assert.False(await portal.NeedsAsync(order, AttentionReason.Session));

        var page = await staff.GetAsync($"{path}?id={session.Id}");
        var other = page.All("select[name=ProducerId] option")
            .Select(option => option.GetAttribute("value")!)
            .First(id => id != $"{order.ProducerId}");
        await (await (await page.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["ProducerId"] = other,
        }, "button[name=FreeTimes]")).PickAsync()).SubmitAsync();
        var given = (await portal.SessionsAsync(order)).Single(item => item.Id == session.Id);
        Assert.Equal(other, $"{given.ProducerId}");
        Assert.Equal(given.ProducerId, Assert.Single(await portal.ReservationsAsync(given)).ProducerId);
        await portal.TakeOffAsync(given.ProducerId, given.Time);
        Assert.True(await portal.NeedsAsync(order, AttentionReason.NoCover));
        await (await staff.GetAsync($"{path}/{session.Id}/cancel")).SubmitAsync();
        Assert.False(await portal.NeedsAsync(order, AttentionReason.NoCover));
        Assert.True(await portal.NeedsAsync(order, AttentionReason.Session));
        Assert.Empty(await portal.ReservationsAsync(given));
        Assert.Contains(
            await portal.MailsAboutAsync($"{order.Id}"),
            mail => mail.Row.Cause == SessionMail.CauseOf(SessionAct.Cancelled, SessionReader.Producer));
    }
}

public sealed class SessionsOnSqlite() : SessionsOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class SessionsOnPostgreSql() : SessionsOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class SessionsOnSqlServer() : SessionsOnEachDatabaseTests(DatabaseProvider.SqlServer);
