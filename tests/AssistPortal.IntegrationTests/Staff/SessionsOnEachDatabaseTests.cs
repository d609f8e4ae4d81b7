using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Acts on sessions, on each database.</summary>
public abstract class SessionsOnEachDatabaseTests(DatabaseProvider provider) : DeskOnDatabase(provider)
{
    [DatabaseFact]
    public async Task Of_two_at_the_same_moment_one_schedules_and_what_follows_fits()
    {
        var order = await Portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        var path = $"/staff/orders/{order.RequestNumber}/sessions";
        var forms =
            new[] { await (await Staff.GetAsync(path)).PickAsync(), await (await Staff.GetAsync(path)).PickAsync(1) };
        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync()));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(page => page.Status).Order());
        var session = Assert.Single(await Portal.SessionsAsync(order));
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        await (await (await Staff.GetAsync(path)).PickAsync()).SubmitAsync();
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Session));

        var page = await Staff.GetAsync($"{path}?id={session.Id}");
        var other = page.All("select[name=ProducerId] option")
            .Select(option => option.GetAttribute("value")!)
            .First(id => id != $"{order.ProducerId}");
        await (await (await page.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["ProducerId"] = other,
        }, "button[name=FreeTimes]")).PickAsync()).SubmitAsync();
        var given = (await Portal.SessionsAsync(order)).Single(item => item.Id == session.Id);
        Assert.Equal(other, $"{given.ProducerId}");
        Assert.Equal(given.ProducerId, Assert.Single(await Portal.ReservationsAsync(given)).ProducerId);
        await Portal.TakeOffAsync(given.ProducerId, given.Time);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.NoCover));
        await (await Staff.GetAsync($"{path}/{session.Id}/cancel")).SubmitAsync();
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.NoCover));
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        Assert.Empty(await Portal.ReservationsAsync(given));
        Assert.Contains(
            await Portal.MailsAboutAsync($"{order.Id}"),
            mail => mail.Row.Cause == SessionMail.CauseOf(SessionAct.Cancelled, SessionReader.Producer));
    }
}

public sealed class SessionsOnSqlite() : SessionsOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class SessionsOnPostgreSql() : SessionsOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class SessionsOnSqlServer() : SessionsOnEachDatabaseTests(DatabaseProvider.SqlServer);
