using System.Net;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public abstract class RaceTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private const int Hosts = 20;

    private readonly List<PortalClient> browsers = [];

    public override async Task InitializeAsync()
    {
        await Portal.LeaveOneProducerAsync();
        for (var number = 0; number < Hosts; number++)
        {
            var email = await Portal.AddHostAsync($"Racer{number}", PortalPeople.Northwind);
            browsers.Add(await SignedInAsync(email));
        }
    }

    [DatabaseFact]
    public async Task Of_twenty_hosts_who_want_the_last_producer_at_once_one_gets_it_and_the_others_see_alternatives()
    {
        var moment = new FreeMoment(new(2027, 1, 19, 12, 0));
        var steps = await Task.WhenAll(browsers.Select(browser => browser.BeginAsync()));
        var pages = await Task.WhenAll(steps.Select(step => step.SubmitAsync(moment.Fields())));
        AssertOneWon(pages);
        await AssertNobodyIsReservedTwiceAsync(1);

        // All the others take the first alternative: again one gets it.
        var losers = pages.Where(page => page.Status != HttpStatusCode.OK).ToList();
        var second = await Task.WhenAll(
            losers.Select(page => page.SubmitAsync(button: ".choice-cards li:first-child button")));
        AssertOneWon(second);
        await AssertNobodyIsReservedTwiceAsync(2);
        Assert.Empty(Portal.Log.Faults());
    }

    [DatabaseFact]
    public async Task Of_twenty_hosts_who_submit_after_their_holds_ran_out_one_gets_it_and_nobody_loses_what_was_typed()
    {
        // Each holds for a moment: the one before lets it run out.
        var moment = new FreeMoment(new(2027, 1, 20, 12, 0));
        var steps = new List<PortalPage>();
        foreach (var browser in browsers)
        {
            steps.Add(await browser.ToEventInformationAsync(moment: moment));
            Portal.Clock.Advance(Duration.FromMinutes(31));
        }

        var pages = await Task.WhenAll(
            steps.Select(step => step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = "Mine" }))));
        AssertOneWon(pages);
        Assert.All(
            pages.Where(page => page.Status != HttpStatusCode.OK), page => Assert.Equal("Mine", page.Value("Topic")));
        await AssertNobodyIsReservedTwiceAsync(1);
        Assert.Empty(Portal.Log.Faults());
    }

    private void AssertOneWon(IReadOnlyCollection<PortalPage> pages)
    {
        Assert.All(pages, page => Assert.True((int)page.Status < 500, page.Describe()));
        Assert.Single(pages, page => page.Status == HttpStatusCode.OK);
        var losers = pages.Where(page => page.Status != HttpStatusCode.OK).ToList();
        Assert.All(losers, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        Assert.All(losers, page => Assert.True(
            page.All("button[name=Alternative]").Count > 0
                || page.Text.Contains(Portal.Words("en", "Times.Nobody.NoAlternative"), StringComparison.Ordinal),
            page.Text));
        Assert.All(losers, page => Assert.Contains(
            Portal.Words("en", "Times.Nobody.AllTaken"), page.Text, StringComparison.Ordinal));
    }

    private async Task AssertNobodyIsReservedTwiceAsync(int valid)
    {
        var now = Portal.Clock.GetCurrentInstant();
        var january = Instant.FromUtc(2027, 1, 18, 0, 0);
        var reserved = await Portal.InDatabaseAsync(db => db.Set<Reservation>()
            .Where(item => item.Start > january && item.Start < january + Duration.FromDays(4))
            .Where(item => item.HoldUntil == null || item.HoldUntil > now)
            .OrderBy(item => item.Start).ToListAsync());
        var one = reserved.Where(item => item.ProducerId == reserved[0].ProducerId).ToList();
        Assert.Equal(valid, one.Count);
        Assert.All(one.Zip(one.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }
}

public sealed class RaceOnSqlite() : RaceTests(DatabaseProvider.Sqlite);

public sealed class RaceOnPostgreSql() : RaceTests(DatabaseProvider.PostgreSql);

public sealed class RaceOnSqlServer() : RaceTests(DatabaseProvider.SqlServer);
