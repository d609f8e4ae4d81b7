using AssistPortal.BrowserTests.Browsing;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Trials;

/// <summary>
/// A partner's trials from start to grace to paid or gone, in a browser with a clock that is moved on.
/// </summary>
public sealed class TrialJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Partner = "partner@demo.example";

    [Fact]
    public async Task A_trial_is_started_extended_and_converted_in_grace()
    {
        await VisitAsHostAsync(Look.Plain, async visitor =>
        {
            var path = await StartAsync(visitor, "Sunny Side Bakery", "boss@sunnyside.example");
            await PassAsync(visitor, 24);
            await visitor.GoAsync(path);
            await Assertions
                .Expect(visitor.At("[data-event='notice-ends-soon'][data-status='sent']"))
                .ToBeVisibleAsync();

            await visitor.GoAsync($"{path}/edit");
            await visitor.At("[name='ExtendDays']").First.WaitForAsync();
            await ChooseAsync(visitor, "ExtendDays", "30");
            await visitor.PressAsync("main form .btn-primary");
            await Assertions.Expect(visitor.At(".trial-head")).ToHaveAttributeAsync("data-days-left", "36");

            await PassAsync(visitor, 36);
            await visitor.GoAsync(path);
            await Assertions.Expect(visitor.At(".trial-head")).ToHaveAttributeAsync("data-state", "expired");

            await visitor.GoAsync($"{path}/convert");
            await ChooseAsync(visitor, "Offer", "A-SPK");
            await ChooseAsync(visitor, "Items", "M1");
            await visitor.At("[name='AdminEmail']").FillAsync("Boss@SunnySide.example");
            await visitor.PressAsync("main form .btn-primary");
            await visitor.CheckAsync("convert-confirm-grace");
            await visitor.PressAsync("main form button.btn-lg");
            await Assertions.Expect(visitor.At(".trial-head")).ToHaveAttributeAsync("data-state", "paid");
        }, Partner);
    }

    [Fact]
    public async Task A_trial_that_nobody_converts_ends_and_its_page_tells_what_went()
    {
        await VisitAsHostAsync(Look.Plain, async visitor =>
        {
            var path = await StartAsync(visitor, "Silver Lining Travel", "boss@silverlining.example");
            await PassAsync(visitor, 30);
            await PassAsync(visitor, 30);
            await visitor.GoAsync(path);
            await Assertions.Expect(visitor.At(".trial-head")).ToHaveAttributeAsync("data-state", "ended");
            await Assertions.Expect(visitor.At("main")).Not.ToContainTextAsync("boss@silverlining.example");
            await visitor.CheckAsync("trial-ended");
        }, Partner);
    }

    /// <returns>The trial's path.</returns>
    private static async Task<string> StartAsync(Visitor visitor, string company, string email)
    {
        await visitor.GoAsync("/trials/new");
        await visitor.At("#Company").FillAsync(company);
        await visitor.At("#AdministratorEmails").FillAsync(email);
        await visitor.At("#Country").SelectOptionAsync("GB");
        await visitor.At("#TimeZone").FillAsync("Europe/London");
        await visitor.At("#Language").SelectOptionAsync("en");
        await ChooseAsync(visitor, "Services", "Message");
        await visitor.At("[name='Amount_Message']").FillAsync("12");
        await ChooseAsync(visitor, "LengthDays", "30");
        await visitor.PressAsync("main form .btn-primary");
        await Assertions.Expect(visitor.At(".trial-head")).ToHaveAttributeAsync("data-state", "active");
        return visitor.Path;
    }

    private static async Task ChooseAsync(Visitor visitor, string name, string value)
    {
        if (await visitor.At($"select[name='{name}']").CountAsync() > 0)
        {
            await visitor.At($"select[name='{name}']").SelectOptionAsync(value);
        }
        else
        {
            await visitor.At($"[name='{name}'][value='{value}']").CheckAsync();
        }
    }

    /// <summary>Days pass, and the help desk has the portal do at once what is due then.</summary>
    private async Task PassAsync(Visitor visitor, int days)
    {
        Portal.Clock.Advance(Duration.FromDays(days));
        await visitor.SignInAsync("helpdesk@demo.example");
        await visitor.GoAsync("/staff/trials");
        await visitor.PressAsync("#run-clock button");
        await visitor.SignInAsync(Partner);
    }
}
