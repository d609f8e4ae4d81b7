using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>Whatever way a step is left, what was typed in it is there again. Nothing here runs a script.</summary>
public sealed class LeavingStepsTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    private static readonly Dictionary<string, string?> Typed = new(StringComparer.Ordinal)
    {
        ["Topic"] = "Half a topic", ["Agenda"] = "First line\nSecond line", ["ExpectedAttendees"] = "many",
    };

    [Theory]
    [InlineData(".summary-list__action button")]
    [InlineData(".step-list button")]
    [InlineData("button[name=Theme][value=dark]")]
    [InlineData("button[lang=zh-Hant]")]
    [InlineData("button.back-link")]
    public async Task Step_three_keeps_what_was_typed_J1(string way)
    {
        var step = await ToStepThreeAsync();
        await step.SubmitAsync(Typed, way);
        var again = await host.Browser.GetAsync(step.Path);
        Assert.Equal(
            ("Half a topic", "First line\r\nSecond line", "many"),
            (again.Value("Topic"), again.Value("Agenda"), again.Value("ExpectedAttendees")));
        await again.SubmitAsync(button: "button[lang=en]");
    }

    [Fact]
    public async Task The_language_is_the_one_that_was_pressed_and_not_that_of_the_event_J1()
    {
        var step = await ToStepThreeAsync();
        var page = await step.SubmitAsync(
            new(Typed, StringComparer.Ordinal) { ["Language"] = "ja" }, "button[lang=zh-Hans]");
        Assert.Equal("zh-Hans", page.Get("html").GetAttribute("lang"));
        Assert.Equal(step.Path, page.Path);
        Assert.Equal("ja", page.Value("Language"));
        page = await page.SubmitAsync(button: "button[lang=en]");
        Assert.Equal("en", page.Get("html").GetAttribute("lang"));
    }

    [Fact]
    public async Task Signing_out_keeps_it_J1()
    {
        using var browser = host.Portal.CreatePortalClient();
        var email = await host.Portal.AddHostAsync("Leaving", PortalPeople.Northwind);
        await browser.SignInAsync(email);
        var step = await browser.BeginAsync();
        var left = await step.SubmitAsync(
            new() { ["Company"] = "Half a comp" }, ".site-header button[formaction*='sign-out']");
        Assert.Equal("/account/signed-out", left.Path);
        await browser.SignInAsync(email);
        Assert.Equal("Half a comp", (await browser.GetAsync(step.Path)).Value("Company"));
    }

    [Fact]
    public async Task Steps_one_and_two_keep_it_too_J1()
    {
        var one = await host.Browser.BeginAsync();
        await one.SubmitAsync(new() { ["FirstName"] = "Half" }, "button.back-link");
        Assert.Equal("Half", (await host.Browser.GetAsync(one.Path)).Value("FirstName"));
        var two = await host.Browser.ToMeetingLookupAsync();
        await two.SubmitAsync(new() { ["HostId"] = "half.a.name" }, ".step-list button");
        Assert.Equal("half.a.name", (await host.Browser.GetAsync(two.Path)).Value("HostId"));
    }

    [Fact]
    public async Task Nobody_is_led_out_of_the_portal()
    {
        var step = await host.Browser.BeginAsync();
        var (_, fields) = step.Prepare();
        var answer = await host.Browser.PostAsync($"{step.Path}/leave?to=//elsewhere.example/", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_draft_that_another_tab_has_changed_is_shown_before_it_is_ordered_J6()
    {
        var tab = await ToStepThreeAsync();
        var other = await host.Browser.GetAsync($"/assist/order/{tab.Draft()}/availability");
        var changed = FreeMoment.Next();
        await other.SubmitAsync(changed.Fields());
        var told = await tab.SubmitAsync(new() { ["Topic"] = "Spring", ["ExpectedAttendees"] = "12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.NotNull(told.Find("#changed-elsewhere del"));
        Assert.Equal("Spring", told.Value("Topic"));
        (await told.SubmitAsync()).At("confirmation");
    }

    [Fact]
    public async Task An_untouched_draft_of_the_package_is_taken_up_again_J24()
    {
        using var browser = host.Portal.CreatePortalClient();
        await browser.SignInAsync(await host.Portal.AddHostAsync("Double", PortalPeople.Northwind));
        var first = await browser.BeginAsync();
        Assert.Equal(first.Draft(), (await browser.BeginAsync()).Draft());
        await first.SubmitAsync(new() { ["FirstName"] = "" });
        Assert.NotEqual(first.Draft(), (await browser.BeginAsync()).Draft());
    }

    [Fact]
    public async Task Only_the_two_newest_drafts_are_shown_at_once_J24()
    {
        using var browser = host.Portal.CreatePortalClient();
        await browser.SignInAsync(await host.Portal.AddHostAsync("Many", PortalPeople.Northwind));
        for (var count = 0; count < 4; count++)
        {
            await (await browser.BeginAsync()).SubmitAsync(new() { ["FirstName"] = "" });
        }

        var page = await browser.GetAsync("/assist");
        Assert.Equal(4, page.All(".order-card form[action$='/discard']").Count);
        Assert.Equal(2, page.All("details .order-card form[action$='/discard']").Count);
    }

    [Fact]
    public async Task Steps_two_and_three_say_until_when_a_producer_is_held_and_hold_longer()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var two = await browser.ToMeetingLookupAsync();
        var until = two.Get("[data-hold-until]").GetAttribute("data-hold-until");
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(20));
        var again = await browser.GetAsync(two.Path);
        Assert.Equal(until, again.Get("[data-hold-until]").GetAttribute("data-hold-until"));
        var longer = await two.SubmitAsync(new() { ["HostId"] = "kept" }, ".hold button");
        Assert.NotEqual(until, longer.Get("[data-hold-until]").GetAttribute("data-hold-until"));
        Assert.Equal("kept", longer.Value("HostId"));
        for (var minutes = 20; minutes < (4 * 60) - 20; minutes += 20)
        {
            portal.Clock.Advance(NodaTime.Duration.FromMinutes(20));
            longer = await longer.SubmitAsync(button: ".hold button");
        }

        portal.Clock.Advance(NodaTime.Duration.FromMinutes(20));
        Assert.Null((await browser.GetAsync(two.Path)).Find("[data-hold-until]"));
    }

    [Fact]
    public async Task An_order_is_ordered_again_with_everything_but_its_time()
    {
        var placed = await host.Portal.PlaceAsync();
        var page = await host.Browser.GetAsync($"/resources/orders/{placed.RequestNumber}");
        var again = await page.SubmitAsync(button: "form[action$='/again'] button");
        again.At("availability");
        Assert.Equal((placed.Contact.FirstName, ""), (again.Value("FirstName"), again.Value("StartDate")));
        var two = (await again.SubmitAsync(FreeMoment.Next().Fields())).At("meeting-lookup");
        var three = (await two.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        Assert.Equal((placed.Event.Topic, placed.Event.Agenda), (three.Value("Topic"), three.Value("Agenda")));
        (await three.SubmitAsync()).At("confirmation");
    }

    private async Task<PortalPage> ToStepThreeAsync() =>
        (await (await host.Browser.ToMeetingLookupAsync()).SubmitAsync(new() { ["IsScheduled"] = "no" }))
            .At("event-information");
}
