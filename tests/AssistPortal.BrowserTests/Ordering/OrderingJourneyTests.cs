using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Ordering;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>
/// From signing in to the confirmation, with a mistake on each step first. The pages on the way that are no step are
/// looked over by <see cref="Pages.PageTests"/>.
/// </summary>
public abstract class OrderingJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    // All visitors have one clipboard, for there is one browser.
    private static readonly SemaphoreSlim Clipboard = new(1);

    protected Task OrderAsync(Look look) => VisitAsync(look, async visitor =>
    {
        var wizard = new Wizard(visitor);
        await SignInByThePageAsync(visitor);
        await BeginAsync(visitor, wizard);
        await ChooseTimeAsync(visitor, wizard);
        await PickMeetingAsync(visitor, wizard);
        await TellEventAsync(visitor, wizard);
        await ReadConfirmationAsync(visitor);
    });

    private static async Task SignInByThePageAsync(Visitor visitor)
    {
        await visitor.GoAsync("/resources");
        await visitor.PressAsync("main form button");
        await new Wizard(visitor).AssertErrorAsync("Email");
        await visitor.CheckAsync("0-sign-in-error");
        await visitor.EnterCredentialsAsync();
        Assert.Equal("/resources", visitor.Path);
    }

    private static async Task BeginAsync(Visitor visitor, Wizard wizard)
    {
        await visitor.PressAsync("main a.btn-primary[href='/assist']");
        await visitor.PressAsync("form:has(input[name=PackageCode][value=mc-premium]) button");
        wizard.At("availability");
        await AssertHeadingAsync(visitor, "Step.Availability");
    }

    private static async Task ChooseTimeAsync(Visitor visitor, Wizard wizard)
    {
        await visitor.CheckAsync("1-availability");
        await visitor.At("#Phone").FillAsync("");
        await wizard.NextAsync();
        await wizard.AssertErrorAsync("Phone");
        await visitor.CheckAsync("1-availability-error");
        await visitor.At("#Phone").FillAsync("+1 555 0100");
        await wizard.FillTimeAsync(FreeMoment.Next());
        await wizard.NextAsync();
        wizard.At("meeting-lookup");
    }

    private static async Task PickMeetingAsync(Visitor visitor, Wizard wizard)
    {
        await AssertHeadingAsync(visitor, "Step.MeetingLookup");
        await visitor.CheckAsync("2-meeting-lookup");
        await wizard.NextAsync();
        await wizard.AssertErrorAsync("IsScheduled");
        await visitor.CheckAsync("2-meeting-lookup-error");

        await visitor.At("input[name=IsScheduled][value=yes]").CheckAsync();
        await visitor.At("#HostId").FillAsync("host");
        await visitor.At("#HostEmail").FillAsync(Journeys.Host);
        await wizard.NextAsync();
        if (visitor.Look.Script)
        {
            await Assertions.Expect(visitor.At("#sessions legend")).ToBeFocusedAsync(); // J4
        }

        await visitor.CheckAsync("2-meeting-lookup-sessions");

        await visitor.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions
        {
            Name = "Meeting with the regional managers",
        }).CheckAsync();
        await wizard.NextAsync();
        await visitor.CheckAsync("2-meeting-lookup-other-time");
        await visitor.PressAsync("button[name=SessionTime][value=keep]");
        wizard.At("event-information");
    }

    private static async Task TellEventAsync(Visitor visitor, Wizard wizard)
    {
        await AssertHeadingAsync(visitor, "Step.EventInformation");
        await Assertions.Expect(visitor.At("#Topic")).ToHaveValueAsync("Meeting with the regional managers");
        await Assertions.Expect(visitor.At("#MeetingNumber")).ToHaveValueAsync("72640198027");
        await visitor.CheckAsync("3-event-information");

        await visitor.At("#Topic").FillAsync("");
        await wizard.NextAsync();
        await wizard.AssertErrorAsync("Topic");
        await visitor.CheckAsync("3-event-information-error");

        await visitor.At("#Topic").FillAsync("春節 launch <b>& more</b> 🎉");
        var fee = visitor.At("[data-fee-total]:visible");
        var before = await fee.InnerTextAsync();
        await visitor.At("#RehearsalHours").SelectOptionAsync("1.5");
        if (visitor.Look.Script)
        {
            await Assertions.Expect(fee).Not.ToHaveTextAsync(before);
        }

        var shown = await fee.InnerTextAsync();
        await wizard.NextAsync();
        wizard.At("confirmation");
        if (visitor.Look.Script)
        {
            await Assertions.Expect(visitor.At(".fee-table tfoot td")).ToHaveTextAsync(shown);
        }
    }

    private static async Task CopyAsync(Visitor visitor, ILocator button, string number)
    {
        await Clipboard.WaitAsync();
        try
        {
            await button.ClickAsync();
            await Assertions
                .Expect(visitor.Page.GetByRole(AriaRole.Status))
                .ToHaveTextAsync(Words.Of<OrderingTexts>(visitor.Look.Language, "Copied"));
            Assert.Equal(number, await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }
        finally
        {
            Clipboard.Release();
        }
    }

    private static async Task ReadConfirmationAsync(Visitor visitor)
    {
        var language = visitor.Look.Language;
        await AssertHeadingAsync(visitor, "Step.Confirmation");
        await Assertions.Expect(visitor.At("#placed")).ToHaveTextAsync(Words.Of<OrderingTexts>(language, "Confirmed"));
        await Assertions.Expect(visitor.At("main")).ToContainTextAsync("春節 launch <b>& more</b> 🎉");
        await visitor.CheckAsync("4-confirmation");

        var number = await visitor.At("#request-number").InnerTextAsync();
        var copy = visitor.At("button[data-copy]");
        if (visitor.Look.Script)
        {
            await CopyAsync(visitor, copy, number);
        }
        else
        {
            await Assertions.Expect(copy).ToBeHiddenAsync();
        }

        await ReadCalendarAsync(visitor);
        await ReadPrintViewAsync(visitor, number);
    }

    private static async Task ReadCalendarAsync(Visitor visitor)
    {
        var link = await visitor.At("main a[href$='/calendar.ics']").GetAttributeAsync("href");
        var file = await visitor.Page.APIRequest.GetAsync(new Uri(new Uri(visitor.Page.Url), link!).ToString());
        Assert.StartsWith("text/calendar", file.Headers["content-type"], StringComparison.Ordinal);
        var calendar = await IndependentMailReader.ReadCalendarAsync(await file.TextAsync());
        Assert.Equal("PUBLISH", calendar.Method);
    }

    private static async Task ReadPrintViewAsync(Visitor visitor, string number)
    {
        await visitor.PressAsync("main a[href$='/print']");
        await Assertions.Expect(visitor.At("h1")).ToContainTextAsync(number);
    }

    private static Task AssertHeadingAsync(Visitor visitor, string step) =>
        Assertions.Expect(visitor.At("h1")).ToContainTextAsync(Words.Assist(visitor.Look.Language, step));
}

public sealed class EnglishOrderingJourneyTests(PortalFixture fixture) : OrderingJourneyTests(fixture)
{
    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 375)]
    public Task An_order_from_signing_in_to_the_confirmation(string theme, int width) =>
        OrderAsync(new Look("en", theme, width));

    [Fact]
    public Task An_order_without_script() => OrderAsync(new Look("en", "light", 375) { Script = false });
}
