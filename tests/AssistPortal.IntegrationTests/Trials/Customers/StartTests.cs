using System.Net;
using AssistPortal.IntegrationTests.Trials.Convert;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public sealed class StartTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    public static TheoryData<string> Languages => [.. PortalWords.Languages];

    [Fact]
    public async Task A_trial_starts_with_all_that_was_asked_for_and_invites_its_administrators()
    {
        var fields = TrialForms.New(
            ("AdministratorEmails", "first@start.example\n  Second@START.example ;first@start.example"),
            ("Services", "Message,Meeting,Call"),
            ("Amount_Meeting", "２０"),
            ("Amount_Call", "5"),
            ("SiteUrl", "HTTPS://Start.WebEx.com:443/"),
            ("PhoneNumbers", "+1 (212) 555-0180\n00 44 20 7946 0180"),
            ("Language", "zh-Hant"));
        var form = await browser.GetAsync("/trials/new");
        var (action, sent) = form.Prepare(fields);
        var answer = await browser.SendOnceAsync(HttpMethod.Post, action, sent);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var page = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        var id = page.TrialId();
        Assert.Contains(
            portal.Words("en", $"Customers.New.Done|{fields["Company"]}"), page.Text, StringComparison.Ordinal);
        var trial = await portal.TrialAsync(id);
        Assert.Equal(
            [(CloudService.Message, 25), (CloudService.Meeting, 20), (CloudService.Call, 5)],
            trial.Services.OrderBy(item => item.Service).Select(item => (item.Service, item.Amount)));
        Assert.Equal((new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 31)), (trial.StartDate, trial.EndDate));
        Assert.Equal("start.webex.com", (await portal.OrganisationAsync(id)).SiteHost);
        Assert.Equal(
            ["+12125550180", "+442079460180"],
            await portal.InDatabaseAsync(db => db.Set<TrialNumber>().Where(number => number.TrialId == id)
                .OrderBy(number => number.Number).Select(number => number.Number).ToListAsync()));
        var members = await portal.MembersAsync(id);
        Assert.Equal(["first@start.example", "second@start.example"], members.Select(member => member.EmailKey));
        Assert.All(members, member => Assert.True(member.IsAdministrator));
        foreach (var member in members)
        {
            var mail = await portal.InDatabaseAsync(db =>
                db.Set<OutboxMail>().SingleAsync(row => row.SubjectId == member.UserId!.Value.ToString()));
            Assert.Equal(("account.invitation", "zh-Hant", member.Email), (mail.Cause, mail.Language, mail.Recipient));
        }

        var entry = await portal.InDatabaseAsync(db => db.AuditEntries.SingleAsync(row => row.SubjectId == $"{id}"));
        Assert.Equal("trial.started", entry.Action);
        Assert.DoesNotContain("start.example", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_there_is_gets_the_role_and_no_invitation()
    {
        var email = await portal.AddUserAsync("Known");
        var id = await browser.StartedAsync(("AdministratorEmails", email.ToUpperInvariant()));
        var userId = (await portal.MembersAsync(id)).Single().UserId!.Value;
        Assert.Equal(email, await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Id == userId).Select(user => user.UserName).SingleAsync()));
        Assert.False(await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().AnyAsync(mail => mail.SubjectId == userId.ToString())));
        using var customer = portal.CreatePortalClient();
        await customer.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync("/my-trial")).Status);
    }

    [Fact]
    public async Task Somebody_of_the_free_organisation_is_taken_over()
    {
        await portal.InDatabaseAsync(async db =>
        {
            db.Add(
                new OrganisationMember(Organisation.FreeId, "free@start.example", "free@start.example", "Frieda Free"));
            await db.SaveChangesAsync();
        });
        var id = await browser.StartedAsync(("AdministratorEmails", "FREE@start.example"));
        var member = (await portal.MembersAsync(id)).Single();
        Assert.Equal(("Frieda Free", true), (member.Name, member.IsAdministrator));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_refusal_has_its_own_sentence_and_changes_nothing(string language)
    {
        var running = await portal.AddTrialAsync(TrialSketch.Whole);
        var paid = await portal.AddTrialAsync(TrialSketch.Whole);
        var foreign = await portal.AddTrialAsync(TrialSketch.Whole with { Partner = ConvertTrials.OtherPartner });
        var number = $"+1303555{Math.Abs(running.Id.GetHashCode()) % 10_000:0000}";
        await portal.InDatabaseAsync(async db =>
        {
            (await db.Set<Trial>()
                .Include(trial => trial.Services)
                .SingleAsync(trial => trial.Id == paid.Id)).Convert([], portal.Clock.GetCurrentInstant());
            db.Add(new TrialNumber(foreign.Id, number));
            await db.SaveChangesAsync();
        });
        using var reader = portal.CreatePortalClient();
        reader.AcceptLanguage = PortalWords.BrowserOf(language);
        await reader.SignInAsync(ConvertTrials.Partner);
        var before = await CountAsync();

        await RefusedAsync("AdministratorEmails", running.Administrator.ToUpperInvariant(), "Running");
        await RefusedAsync("AdministratorEmails", paid.Administrator, "Paid");
        await RefusedAsync("AdministratorEmails", foreign.Administrator, "Elsewhere");
        await RefusedAsync("SiteUrl", $"https://{running.Host!.ToUpperInvariant()}:443/", "Running", running.Host);
        await RefusedAsync("SiteUrl", paid.Host!, "Paid");
        await RefusedAsync("SiteUrl", foreign.Host!, "Elsewhere");
        await RefusedAsync("PhoneNumbers", number, "NumberTaken");
        Assert.Equal(before, await CountAsync());

        async Task RefusedAsync(string field, string typed, string reason, string? shown = null)
        {
            var fields = TrialForms.New(
                ("Services", "Message,Meeting,Call"),
                ("Amount_Meeting", "1"),
                ("Amount_Call", "1"),
                ("SiteUrl", "unused.webex.com"),
                (field, typed));
            var page = await reader.StartAsync(fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(
                portal.Words(language, $"Customers.Refused.Start.{reason}|{shown ?? typed}"), page.Errors[field]);
            Assert.Equal(typed, page.Value(field));
            Assert.Equal(fields["Company"], page.Value("Company"));
        }
    }

    [Theory]
    [InlineData("Company", " ", "Company.Missing")]
    [InlineData("AdministratorEmails", "", "AdministratorEmails.Missing")]
    [InlineData("AdministratorEmails", "nobody", "AdministratorEmails.Wrong|nobody")]
    [InlineData("Country", "XX", "Country.Missing")]
    [InlineData("Language", "fr", "Language.Missing")]
    [InlineData("LengthDays", "45", "LengthDays.Missing")]
    [InlineData("Services", null, "Services.Missing")]
    [InlineData("Services", "Fax", "Services.Missing")]
    public async Task What_is_missing_or_wrong_is_told_at_its_field(string field, string? typed, string sentence)
    {
        var page = await browser.StartAsync(TrialForms.New((field, typed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(portal.Words("en", $"Customers.{sentence}"), page.Errors[field]);
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("Mars/Olympus", "Unknown")]
    public async Task A_time_zone_that_nobody_knows_is_told_at_its_field(string typed, string sentence)
    {
        var page = await browser.StartAsync(TrialForms.New(("TimeZone", typed)));
        Assert.Equal(portal.Words("en", $"Times.TimeZone.{sentence}"), page.Errors["TimeZone"]);
    }

    [Fact]
    public async Task What_services_bring_along_is_asked_for_with_them_only()
    {
        var page = await browser.StartAsync(TrialForms.New(
            ("Services", "Meeting,Call"), ("Amount_Meeting", "0"), ("SiteUrl", ""), ("PhoneNumbers", "12345")));
        Assert.Equal(
            ["AmountCall", "AmountMeeting", "PhoneNumbers", "SiteUrl"], page.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(portal.Words("en", "Customers.PhoneNumbers.Wrong|12345"), page.Errors["PhoneNumbers"]);

        var id = await browser.StartedAsync(
            ("SiteUrl", "unused2.webex.com"), ("PhoneNumbers", "12345"), ("Amount_Call", "x"));
        Assert.Null((await portal.OrganisationAsync(id)).SiteHost);
    }

    [Fact]
    public async Task More_than_twenty_administrators_are_too_many()
    {
        var addresses = string.Join('\n', Enumerable.Range(0, 21).Select(at => $"many{at}@start.example"));
        var page = await browser.StartAsync(TrialForms.New(("AdministratorEmails", addresses)));
        Assert.Equal(
            portal.Words("en", "Customers.AdministratorEmails.TooMany|20"), page.Errors["AdministratorEmails"]);
    }

    private Task<(int, int, int, int, int)> CountAsync() => portal.InDatabaseAsync(async db => (
        await db.Set<Trial>().CountAsync(),
        await db.Set<Organisation>().CountAsync(),
        await db.Set<OrganisationMember>().CountAsync(),
        await db.Users.CountAsync(),
        await db.AuditEntries.CountAsync()));
}
