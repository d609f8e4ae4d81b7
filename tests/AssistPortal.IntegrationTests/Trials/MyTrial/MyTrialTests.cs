using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

public sealed class MyTrialTests(CustomerPortal room) : IClassFixture<CustomerPortal>
{
    private static readonly string[] Paths =
        ["/my-trial", "/my-trial/subscription", "/my-trial/usage", "/my-trial/users", "/my-trial/export"];

    private PortalFactory Portal => room.Portal;

    [Fact]
    public async Task The_overview_shows_licences_days_left_dates_and_whom_to_ask()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var page = await browser.GetAsync("/my-trial");

        Assert.Equal(("active", "5"), StateOf(page));
        Assert.Equal(
            ["Message", "Meeting", "Room"],
            page.All("[data-service]").Select(line => line.GetAttribute("data-service")));
        Assert.All(page.All("[data-service]"), line => Assert.Equal("false", line.GetAttribute("data-expired")));
        Assert.Equal(["3", "1"], page.All("[data-service=Room] .num").Select(cell => cell.TextContent));
        Assert.NotNull(page.Find("a[href='mailto:sales@bluefin.example']"));
        Assert.NotNull(page.Find("a[href='tel:+15550140']"));
        Assert.Contains("Sunday, December 6, 2026 (America/Chicago)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, January 5, 2027 (America/Chicago)", page.Text, StringComparison.Ordinal);
        Assert.All(
            Paths.Append("/guide").Append("/my-trial/devices"), path => Assert.NotNull(page.Find($"a[href='{path}']")));
        Assert.Null(page.Find("#grace"));
    }

    [Fact]
    public async Task In_grace_it_warns_with_what_will_be_lost_and_leads_to_the_export()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.CustomerInGrace);
        var page = await browser.GetAsync("/my-trial");

        Assert.Equal(("expired", "20"), StateOf(page));
        Assert.All(page.All("[data-service]"), line => Assert.Equal("true", line.GetAttribute("data-expired")));
        var warning = page.Get("#grace");
        Assert.NotNull(warning.QuerySelector("a[href='/my-trial/export']"));
        Assert.Contains("cedarclinic.meetings.example", warning.TextContent, StringComparison.Ordinal);
        Assert.Contains("Monday, December 21, 2026 (Europe/Dublin)", warning.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tuesday, January 5, 2027 (Europe/Dublin)", warning.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Licences_are_marked_from_the_first_moment_of_the_end_and_gone_from_that_of_the_cut_off()
    {
        await using var own = new CustomerPortal();
        var trial = await own.TrialOfAsync(CustomerPortal.Customer);
        using var browser = await own.SignedInAsync(CustomerPortal.Customer);
        own.Portal.Clock.Reset(trial.EndsAt - Duration.Epsilon);
        Assert.Equal(("active", "1"), StateOf(await browser.GetAsync("/my-trial")));

        own.Portal.Clock.Reset(trial.EndsAt);
        var page = await browser.GetAsync("/my-trial");
        Assert.Equal(("expired", "30"), StateOf(page));
        Assert.All(page.All("[data-service]"), line => Assert.Equal("true", line.GetAttribute("data-expired")));

        await own.WithAsync((TrialClock clock) => clock.RunDueAsync(CancellationToken.None));
        var cutOff = (await own.TrialOfAsync(CustomerPortal.Customer)).CutOffAt!.Value;
        own.Portal.Clock.Reset(cutOff - Duration.Epsilon);
        Assert.Equal(("expired", "1"), StateOf(await browser.GetAsync("/my-trial")));

        // Found no more; or, where the worker was quick, signed out already.
        own.Portal.Clock.Reset(cutOff);
        page = await browser.GetAsync("/my-trial");
        Assert.True(page.Status == HttpStatusCode.NotFound
            || page.Path.StartsWith("/account/sign-in", StringComparison.Ordinal), page.Path);
    }

    [Fact]
    public async Task Once_paid_it_says_what_is_and_usage_stays()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.PaidCustomer);
        var page = await browser.GetAsync("/my-trial/subscription");
        Assert.Equal(("paid", ""), StateOf(page));
        Assert.Contains(Portal.Words("en", "MyTrial.Paid.Title"), page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("#buy"));

        var trial = await room.TrialOfAsync(CustomerPortal.PaidCustomer);
        var figures = await Portal.InDatabaseAsync(db => db.Set<UsageFigure>()
            .CountAsync(figure => figure.OrganisationId == trial.OrganisationId));
        Assert.NotEqual(0, figures);
        var usage = await browser.GetAsync("/my-trial/usage");
        Assert.Equal(figures, usage.All("td[data-service]").Count);
        Assert.Equal(trial.Services.Count, usage.All("svg[role=img]").Count);
        var lines = (await browser.GetAsync("/my-trial/usage.csv")).Source.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(figures + 1, lines.Length);
    }

    [Fact]
    public async Task A_service_that_was_not_bought_is_marked_and_cant_be_assigned()
    {
        using var browser = await room.SignedInAsync("admin@meridian.example");
        var page = await browser.GetAsync("/my-trial");
        Assert.Contains(
            Portal.Words("en", "MyTrial.Licences.Lost"),
            page.Get("[data-service=Meeting]").TextContent,
            StringComparison.Ordinal);
        var users = await browser.GetAsync("/my-trial/users");
        Assert.Null(users.Find("input[name=Services][value=Meeting]"));
        var (action, fields) = users.Prepare(new() { ["Email"] = "late@customer.example" });
        var told = await browser.PostAsync(action, [.. fields, KeyValuePair.Create("Services", "Meeting")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.True(told.Errors.ContainsKey("Services"));
    }

    [Fact]
    public async Task Where_nothing_was_used_the_page_says_what_to_do()
    {
        var trial = await room.TrialOfAsync(CustomerPortal.OtherCustomer);
        await Portal.InDatabaseAsync(db => db.Set<UsageFigure>()
            .Where(figure => figure.OrganisationId == trial.OrganisationId).ExecuteDeleteAsync());
        using var browser = await room.SignedInAsync(CustomerPortal.OtherCustomer);
        var page = await browser.GetAsync("/my-trial/usage");
        Assert.NotNull(page.Find(".empty-state a[href='/my-trial/users']"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task Every_page_speaks_the_readers_language(string language)
    {
        foreach (var customer in new[]
        {
            CustomerPortal.Customer,
            CustomerPortal.CustomerInGrace,
            CustomerPortal.PaidCustomer,
        })
        {
            using var browser = await room.SignedInAsync(customer, language);
            foreach (var path in Paths)
            {
                var page = await browser.GetAsync(path);
                Assert.True(page.Status == HttpStatusCode.OK, page.Describe());
                Assert.Equal(language, page.Language);
            }

            Assert.Equal(
                Portal.Words(language, "MyTrial.Overview.Title"), (await browser.GetAsync("/my-trial")).Heading);
        }
    }

    private static (string? State, string? DaysLeft) StateOf(PortalPage page)
    {
        var element = page.Get("[data-state]");
        return (element.GetAttribute("data-state"), element.GetAttribute("data-days-left"));
    }
}
