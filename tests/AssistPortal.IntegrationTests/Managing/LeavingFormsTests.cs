using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.IntegrationTests.Waiting;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>
/// Language, theme and signing out keep what was typed on pages that no draft stands behind. Nothing here runs a
/// script.
/// </summary>
public sealed class LeavingFormsTests
{
    public static TheoryData<string> Ways => new("button[lang=zh-Hant]", "button[name=Theme][value=dark]");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refused_wish_to_wait_keeps_it(string way)
    {
        await using var portal = new PortalFactory();
        using var host = await portal.SignedInAsync();
        var form = await host.GetAsync("/assist/wait?PackageCode=tc-premium&StartDate=2027-01-19");
        var refused = await form.SubmitAsync(new()
        {
            ["StartDate"] = "2027-02-29", ["StartTime"] = "noon", ["TimeZone"] = "台北 & co", ["DurationMinutes"] = "75",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        var again = await refused.SubmitAsync(new() { ["StartTime"] = "half past" }, way);

        Assert.Equal((HttpStatusCode.OK, "/assist/wait"), (again.Status, again.Path.Split('?')[0]));
        IsAsChosen(again, way);
        Assert.Equal(
            ("tc-premium", "2027-02-29", "half past", "台北 & co", "75"),
            (again.Value("PackageCode"), again.Value("StartDate"), again.Value("StartTime"), again.Value("TimeZone"),
                again.Value("DurationMinutes")));
        var still = await again.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, still.Status);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refused_new_time_keeps_it_without_an_account(string way)
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var form = await browser.GetAsync($"{page.Path}?update=true");
        var refused = await form.SubmitAsync(new() { ["StartDate"] = "2027-02-29", ["StartTime"] = "noon" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        var again = await refused.SubmitAsync(new() { ["StartTime"] = "half past" }, way);

        Assert.Equal((HttpStatusCode.OK, page.Path), (again.Status, again.Path.Split('?')[0]));
        IsAsChosen(again, way);
        Assert.Equal(("2027-02-29", "half past"), (again.Value("StartDate"), again.Value("StartTime")));
        (await again.SubmitAsync(Customers.To(FreeMoment.Next()))).At("meeting-lookup");
    }

    [Fact]
    public async Task A_new_time_that_is_left_while_the_order_moves_says_so()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var form = await browser.GetAsync($"{page.Path}?update=true");
        var (other, found) = await portal.FindAsync(order);
        using var __ = other;
        var lookup = (await found.MoveAsync(other, FreeMoment.Next())).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");

        var again = await form.SubmitAsync(new() { ["StartTime"] = "16:45" }, "button[lang=en]");

        Assert.Equal("16:45", again.Value("StartTime"));
        Assert.Contains(portal.Words("en", "Managing.Changed.Title"), again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_answers_about_the_meeting_are_kept(string way)
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, FreeMoment.Next())).At("meeting-lookup");

        var again = await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "no", ["UpdateNow"] = "no" }, way);

        IsAsChosen(again, way);
        Assert.Equal(("no", "no"), (again.Value("ScheduleUpdated"), again.Value("UpdateNow")));
        (await again.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
    }

    [Theory]
    [InlineData("/assist/wait?PackageCode=tc-premium", Journeys.Host, "StartTime", "half past")]
    [InlineData("/assist/manage/{0}/availability?update=true", Journeys.Host, "StartTime", "half past")]
    [InlineData("/staff/orders/new", "coordinator@demo.example", "OverrideReason", "She has asked for")]
    public async Task Signing_out_keeps_it_for_whoever_typed_it(
        string address, string owner, string field, string typed)
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(owner);
        var form = await browser.GetAsync(address.Replace("{0}", $"{order.RequestNumber}", StringComparison.Ordinal));

        var left = await form.SubmitAsync(
            new() { [field] = typed }, ".site-header button[formaction*='sign-out']");
        Assert.Contains(portal.Words("en", "Accounts.SignedOut.Kept"), left.Text, StringComparison.Ordinal);
        var signIn = await left.SubmitFormAsync("form[action='/account/session-ended']");
        Assert.DoesNotContain(typed, left.Source + signIn.Source, StringComparison.Ordinal);
        var again = await signIn.SubmitAsync(Account(owner));
        var page = await again.SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, form.Path.Split('?')[0]), (page.Status, page.Path.Split('?')[0]));
        Assert.Equal(typed, page.Value(field));
        await (await browser.GetAsync("/")).SubmitFormAsync("form[action='/account/sign-out']");
        var somebodyElse = await signIn.SubmitAsync(Account("host2@demo.example"));
        Assert.Equal((HttpStatusCode.OK, "/resources"), (somebodyElse.Status, somebodyElse.Path));
    }

    [Fact]
    public async Task Enter_goes_on_and_does_not_press_what_leads_away()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var form = await browser.GetAsync($"{page.Path}?update=true");
        var lookup = (await form.EnterAsync(Customers.To(FreeMoment.Next()))).At("meeting-lookup");
        (await lookup.EnterAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");

        using var host = await portal.SignedInAsync();
        var wait = await host.GetAsync("/assist/wait");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await wait.EnterAsync()).Status);
    }

    [Fact]
    public async Task Nobody_is_led_out_of_the_portal()
    {
        await using var portal = new PortalFactory();
        using var host = await portal.SignedInAsync();
        var (_, fields) = (await host.GetAsync("/assist/wait")).Prepare();

        var answer = await host.PostAsync("/assist/wait/leave?to=//elsewhere.example/", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private static Dictionary<string, string?> Account(string email) => new(StringComparer.Ordinal)
    {
        ["Email"] = email, ["Password"] = DemoAccounts.Password,
    };

    private static void IsAsChosen(PortalPage page, string way)
    {
        var html = page.Get("html");
        var chosen = way.Contains("lang", StringComparison.Ordinal)
            ? html.GetAttribute("lang") == "zh-Hant"
            : html.GetAttribute("data-theme") == "dark";
        Assert.True(chosen, page.Describe());
    }
}
