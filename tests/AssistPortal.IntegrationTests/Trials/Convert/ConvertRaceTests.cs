using System.Net;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Converting;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public abstract class ConvertRaceTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private readonly List<PortalClient> browsers = [];

    public override async Task InitializeAsync()
    {
        foreach (var account in new[] { ConvertTrials.Partner, ConvertTrials.Colleague })
        {
            browsers.Add(Kept(Portal.CreatePortalClient()));
            await browsers[^1].EnterAsync(account);
        }
    }

    [DatabaseFact]
    public async Task Of_two_conversions_at_once_one_wins_and_the_other_is_told()
    {
        for (var round = 0; round < 3; round++)
        {
            var trial = await Portal.AddTrialAsync(TrialSketch.Whole);
            var questions = await Task.WhenAll(
                browsers.Select(browser => browser.AskAsync(trial, ConvertForms.Spark(trial, "C3"))));
            var answers = await Task.WhenAll(questions.Zip(browsers, (page, browser) =>
            {
                var (action, fields) = page.Prepare();
                return browser.SendOnceAsync(HttpMethod.Post, action, fields);
            }));
            Assert.Equal(
                [HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity],
                answers.Select(answer => answer.StatusCode).Order());
            Assert.Equal(1, await Portal.InDatabaseAsync(
                db => db.Set<PurchaseOrder>().CountAsync(order => order.TrialId == trial.Id)));
            Assert.Equal(1, await Portal.InDatabaseAsync(
                db => db.Set<OutboxMail>().CountAsync(mail => mail.SubjectId == trial.Id.ToString())));
        }

        Assert.Empty(Portal.Log.Faults());
    }
}

public sealed class ConvertRaceOnSqlite() : ConvertRaceTests(DatabaseProvider.Sqlite);

public sealed class ConvertRaceOnPostgreSql() : ConvertRaceTests(DatabaseProvider.PostgreSql);

public sealed class ConvertRaceOnSqlServer() : ConvertRaceTests(DatabaseProvider.SqlServer);
