using System.Net;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public abstract class PartnerRaceTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private readonly List<PortalClient> browsers = [];

    public override async Task InitializeAsync()
    {
        foreach (var account in new[] { ConvertTrials.Partner, ConvertTrials.Colleague, ConvertTrials.OtherPartner })
        {
            browsers.Add(await SignedInAsync(account));
        }
    }

    [DatabaseFact]
    public async Task Of_two_administrators_who_extend_at_once_the_second_is_told_by_whom_it_was_done()
    {
        for (var round = 0; round < 3; round++)
        {
            var id = await browsers[0].StartedAsync();
            var forms = await Task.WhenAll(browsers.Take(2).Select(browser => browser.GetAsync($"/trials/{id}/edit")));
            var pages = await Task.WhenAll(forms.Select(form => form.SubmitAsync(new() { ["ExtendDays"] = "30" })));
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], pages.Select(page => page.Status).Order());
            var loser = pages.Single(page => page.Status == HttpStatusCode.UnprocessableEntity);
            var winner = pages[0] == loser ? "Jonas Whitfield" : "Priya Raman";
            Assert.Contains(winner, loser.ErrorSummary.Single(), StringComparison.Ordinal);
            Assert.Equal(1, await Portal.InDatabaseAsync(db =>
                db.AuditEntries.CountAsync(
                    entry => entry.SubjectId == id.ToString() && entry.Action == "trial.extended")));
        }

        Assert.Empty(Portal.Log.Faults());
    }

    [DatabaseFact]
    public async Task Of_two_partners_who_start_at_once_for_one_administrator_site_or_number_one_does()
    {
        await Portal.InDatabaseAsync(async db =>
        {
            db.Add(new OrganisationMember(Organisation.FreeId, "free@race.example", "free@race.example", ""));
            await db.SaveChangesAsync();
        });
        await OnceAsync(("AdministratorEmails", "new@race.example"));
        await OnceAsync(("AdministratorEmails", "free@race.example"));
        await OnceAsync(("Services", "Meeting"), ("Amount_Meeting", "1"), ("SiteUrl", "race.webex.com"));
        await OnceAsync(("Services", "Call"), ("Amount_Call", "1"), ("PhoneNumbers", "+1 303 555 0077"));
        Assert.Empty(Portal.Log.Faults());

        async Task OnceAsync(params (string Field, string? Value)[] same)
        {
            var before = await Portal.InDatabaseAsync(db => db.Set<Trial>().CountAsync());
            var pages = await Task.WhenAll(
                new[] { browsers[0], browsers[2] }.Select(browser => browser.StartAsync(TrialForms.New(same))));
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], pages.Select(page => page.Status).Order());
            Assert.Equal(before + 1, await Portal.InDatabaseAsync(db => db.Set<Trial>().CountAsync()));
            var member = await Portal.MembersAsync(pages.Single(page => page.Status == HttpStatusCode.OK).TrialId());
            Assert.Single(member);
        }
    }
}

public sealed class PartnerRaceOnSqlite() : PartnerRaceTests(DatabaseProvider.Sqlite);

public sealed class PartnerRaceOnPostgreSql() : PartnerRaceTests(DatabaseProvider.PostgreSql);

public sealed class PartnerRaceOnSqlServer() : PartnerRaceTests(DatabaseProvider.SqlServer);
