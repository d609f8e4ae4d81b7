using AssistPortal.BrowserTests.Browsing;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

public sealed class SessionWarningTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Dialog = "dialog[data-session-minutes]";

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task A_quiet_person_is_asked_before_the_session_ends_and_may_stay(
        string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            await visitor.Profile.Clock.InstallAsync();
            await visitor.GoAsync("/assist");
            await visitor.Profile.Clock.FastForwardAsync("01:54:00");
            await Assertions.Expect(visitor.At(Dialog)).ToBeHiddenAsync();
            await visitor.Profile.Clock.FastForwardAsync("02:00");
            await Assertions.Expect(visitor.At(Dialog)).ToBeVisibleAsync();
            await visitor.CheckAsync("session-warning");
            await visitor.At("[data-session-stay]").ClickAsync();
            await Assertions.Expect(visitor.At(Dialog)).ToBeHiddenAsync();
        });
}
