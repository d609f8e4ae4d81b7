using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Longer orders, and edits at the same moment, on each database.</summary>
public abstract class OrderEditRaceTests(DatabaseProvider provider) : DeskOnDatabase(provider)
{
    [DatabaseFact]
    public async Task A_longer_order_keeps_its_producer_goes_to_one_who_is_named_or_to_nobody_and_never_to_two()
    {
        // Two orders of one producer, with 15 minutes between them.
        await Portal.LeaveOneProducerAsync();
        var order = await Portal.PlaceAsync(new FreeMoment(new(2027, 2, 2, 10, 0)));
        var next = await Portal.PlaceAsync(new FreeMoment(new(2027, 2, 2, 12, 0)));
        Assert.Equal(order.ProducerId, next.ProducerId);

        var refused = await Longer(await FormAsync(order), 90);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["DurationMinutes"], refused.Errors.Keys);
        Assert.Equal("90", refused.Value("DurationMinutes"));

        var little = await Longer(await FormAsync(order), 75);
        await SaveAsync(little);
        Assert.Equal((75, order.ProducerId), await NowAsync(order));

        // Somebody else comes to work: the order goes there, and the page says so before.
        await Portal.InDatabaseAsync(db => db.EditAsync(db.Set<Producer>(), producer => producer.SetActive(true)));
        var other = await Longer(await FormAsync(order), 90);
        Assert.NotNull(other.Find("#forecast-producer"));
        Assert.Equal((75, order.ProducerId), await NowAsync(order));
        await SaveAsync(other);
        var (minutes, producer) = await NowAsync(order);
        Assert.Equal(90, minutes);
        Assert.NotEqual(order.ProducerId, producer);
        await AssertSoundAsync();
    }

    [DatabaseFact]
    public async Task Of_edits_and_a_move_at_the_same_moment_none_is_lost_without_a_word_and_nobody_is_reserved_twice()
    {
        await Portal.LeaveOneProducerAsync();
        var order = await Portal.PlaceAsync(new FreeMoment(new(2027, 2, 3, 10, 0)));
        var rival = await Portal.PlaceAsync(new FreeMoment(new(2027, 2, 4, 10, 0)));
        var shorter = await Longer(await FormAsync(order), 90);
        var longer = await Longer(await FormAsync(order), 120);
        var topic = await FormAsync(order);
        var move = await Staff.GetAsync($"/staff/orders/{rival.RequestNumber}/move");
        var answers = await Task.WhenAll(
            shorter.SubmitAsync(),
            longer.SubmitAsync(),
            topic.SubmitAsync(new(StringComparer.Ordinal) { ["Topic"] = "Another", ["MessageToCustomer"] = "Hello" }),
            move.SubmitAsync(new(StringComparer.Ordinal) { ["StartDate"] = "2027-02-03", ["StartTime"] = "11:45" }));
        Assert.All(answers, page => Assert.True((int)page.Status is 200 or 409 or 422, page.Describe()));
        Assert.Single(answers[..3], page => page.Path == $"/staff/orders/{order.RequestNumber}");
        await AssertSoundAsync();

        var reserved = await Portal.InDatabaseAsync(
            db => db.Set<Reservation>().SingleAsync(item => item.OrderId == order.Id));
        var (minutes, _) = await NowAsync(order);
        Assert.Equal(order.Time.Start + Duration.FromMinutes(minutes + 15), reserved.End);
    }

    private async Task<PortalPage> FormAsync(Order order) =>
        await Staff.GetAsync($"/staff/orders/{order.RequestNumber}/edit");

    private static Task<PortalPage> Longer(PortalPage form, int minutes) =>
        form.SubmitAsync(new(StringComparer.Ordinal) { ["DurationMinutes"] = $"{minutes}" });

    /// <summary>Saves what the page has told of, unless it was saved at once: half hours are charged.</summary>
    private static async Task SaveAsync(PortalPage page)
    {
        var saved = page.Find("#forecast") is null ? page : await page.SubmitAsync();
        Assert.EndsWith(saved.Path.Split('/')[3], saved.Path, StringComparison.Ordinal);
    }

    private async Task<(int Minutes, int ProducerId)> NowAsync(Order order)
    {
        var now = await Portal.ReadAsync(order.RequestNumber);
        return (now.Time.DurationMinutes, now.ProducerId);
    }

    private async Task AssertSoundAsync()
    {
        var report = await Portal.InDatabaseAsync(db =>
            db.CheckAsync(Portal.Clock.GetCurrentInstant(), mailsFrom: Portal.Clock.GetCurrentInstant()));
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        Assert.Empty(Portal.Log.Faults());
    }
}

public sealed class OrderEditRaceOnSqlite() : OrderEditRaceTests(DatabaseProvider.Sqlite);

public sealed class OrderEditRaceOnPostgreSql() : OrderEditRaceTests(DatabaseProvider.PostgreSql);

public sealed class OrderEditRaceOnSqlServer() : OrderEditRaceTests(DatabaseProvider.SqlServer);
