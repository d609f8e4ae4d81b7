using System.Net;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>What happens between a decline and the search for somebody else, on each database.</summary>
public abstract class DeclineRaceTests : IAsyncLifetime
{
    private const string Changed = "order.producer-changed";

    private readonly DeclineRace race = new();
    private readonly DatabaseProvider provider;
    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private Guid actor;

    protected DeclineRaceTests(DatabaseProvider provider)
    {
        this.provider = provider;
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup
        {
            Database = database,
            Services = services =>
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(race)),
        });
    }

    public async Task InitializeAsync() =>
        actor = await portal.InDatabaseAsync(db => db.Users.Select(user => user.Id).FirstAsync());

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task An_order_is_covered_once_and_not_taken_from_whoever_has_it_since_the_decline()
    {
        var (given, again) = (await PlaceAsync(), await PlaceAsync());
        await portal.InDatabaseAsync(db => db.EditAsync(db.Set<Producer>(), item => item.SetActive(true)));

        // A coordinator is faster than the search.
        var chosen = 0;
        race.AfterDecline(async () => chosen = await AssignAsync(given));
        Assert.Equal(ReplyOutcome.Covered, await DeclineAsync(await SeenAsync(given)));
        Assert.NotEqual(given.ProducerId, chosen);
        Assert.Equal(chosen, (await portal.ReadAsync(given.RequestNumber)).ProducerId);
        Assert.Single(await portal.AuditAsync(Changed, $"{given.Id}"));

        // The button was pressed twice.
        var seen = await SeenAsync(again);
        race.AfterDecline(async () => Assert.Equal(ReplyOutcome.Covered, await DeclineAsync(seen)));
        Assert.Equal(ReplyOutcome.Covered, await DeclineAsync(seen));
        Assert.Single(await portal.AuditAsync(Changed, $"{again.Id}"));
    }

    [DatabaseFact]
    public async Task Where_nobody_is_free_the_desk_is_told_once_of_a_decline_even_where_the_page_is_closed()
    {
        var (closed, twice) = (await PlaceAsync(), await PlaceAsync());
        using var page = new CancellationTokenSource();
        race.AfterDecline(page.CancelAsync);
        Assert.Equal(ReplyOutcome.Declined, await DeclineAsync(await SeenAsync(closed), page.Token));
        await AssertToldOnceAsync(closed);

        var seen = await SeenAsync(twice);
        if (provider == DatabaseProvider.Sqlite)
        {
            // One writes at a time.
            Assert.All(
                await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => DeclineAsync(seen))),
                outcome => Assert.Equal(ReplyOutcome.Declined, outcome));
        }
        else
        {
            race.BeforeAlert(async () => Assert.Equal(ReplyOutcome.Declined, await DeclineAsync(seen)));
            Assert.Equal(ReplyOutcome.Declined, await DeclineAsync(seen));
        }

        await AssertToldOnceAsync(twice);
    }

    [DatabaseFact]
    public async Task A_producer_who_accepts_in_another_tab_while_somebody_is_looked_for_keeps_the_order()
    {
        const string Producer = "producer@demo.example";
        using var browser = portal.CreatePortalClient();
        using var tab = portal.CreatePortalClient();
        await browser.SignInAsync(Producer);
        await tab.SignInAsync(Producer);
        var (alone, among) = (await PlaceAsync(), await PlaceAsync());
        foreach (var order in new[] { alone, among })
        {
            if (order == among)
            {
                await portal.InDatabaseAsync(db => db.EditAsync(db.Set<Producer>(), item => item.SetActive(true)));
            }

            var path = $"/producer/orders/{order.RequestNumber}";
            var page = await browser.GetAsync(path);
            race.AfterDecline(async () => Assert.Contains(
                portal.Words("en", "Producers.Answer.Done.Accepted"),
                (await (await tab.GetAsync(path)).SubmitFormAsync("#accept")).Text,
                StringComparison.Ordinal));
            var told = await page.SubmitFormAsync("#decline", new() { ["Reason"] = "Away" });
            Assert.Equal(HttpStatusCode.Conflict, told.Status);
            Assert.Contains(
                portal.Words("en", "Producers.Answer.Refused.AnsweredMeanwhile"), told.Text, StringComparison.Ordinal);
            Assert.Equal(order.ProducerId, (await portal.ReadAsync(order.RequestNumber)).ProducerId);
            Assert.Equal(order.ProducerId, (await portal.ReservationAsync(order)).ProducerId);
            Assert.False(await portal.NeedsAsync(order, AttentionReason.Declined));
            Assert.Empty(await portal.AuditAsync(Changed, $"{order.Id}"));
            Assert.DoesNotContain(
                await portal.MailsAboutAsync($"{order.Id}"),
                mail => mail.Row.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Declined));
        }
    }

    private async Task<Order> PlaceAsync()
    {
        await portal.LeaveOneProducerAsync();
        return await portal.PlaceAsync();
    }

    private async Task<SeenAssignment> SeenAsync(Order order) =>
        new(order.Id, order.ProducerId, (await portal.ReservationAsync(order)).Id, AnswerVersion: 0);

    private async Task<ReplyOutcome> DeclineAsync(SeenAssignment seen, CancellationToken cancellationToken = default)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AssignmentReplies>()
            .DeclineAsync(seen, "Away", actor, cancellationToken);
    }

    /// <summary>Gives the order to the first who is free.</summary>
    private async Task<int> AssignAsync(Order order)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var assignments = scope.ServiceProvider.GetRequiredService<ProducerAssignments>();
        var chosen = (await assignments.ChoicesAsync(order.Id, default))!.Candidates
            .First(candidate => candidate.State == CandidateState.Free).ProducerId;
        var version = (await portal.ReadAsync(order.RequestNumber)).Version;
        var answer = await assignments.AssignAsync(
            new SeenTime(new AssignedKey(order.Id, SessionId: null), version),
            chosen,
            [],
            actor,
            "Asked",
            words: null,
            default);
        Assert.Equal(AssignOutcome.Assigned, answer.Outcome);
        return chosen;
    }

    private async Task AssertToldOnceAsync(Order order)
    {
        var told = (await portal.MailsAboutAsync($"{order.Id}"))
            .Where(mail => mail.Row.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Declined))
            .Select(mail => mail.Row.Recipient)
            .ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(StringComparer.Ordinal), told);
    }
}

public sealed class DeclineRaceOnSqlite() : DeclineRaceTests(DatabaseProvider.Sqlite);

public sealed class DeclineRaceOnPostgreSql() : DeclineRaceTests(DatabaseProvider.PostgreSql);

public sealed class DeclineRaceOnSqlServer() : DeclineRaceTests(DatabaseProvider.SqlServer);
