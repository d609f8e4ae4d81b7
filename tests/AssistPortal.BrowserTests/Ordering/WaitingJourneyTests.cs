using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Waiting;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Waiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>From 'nobody is free' by the waiting list and the mail to step 2.</summary>
public sealed class WaitingJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("en", "light", 1280, 16)]
    [InlineData("zh-Hans", "dark", 375, 17)]
    public Task A_host_waits_and_goes_on_with_what_is_offered(string language, string theme, int width, int day) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            var off = new Interval(Instant.FromUtc(2027, 2, day, 0, 0), Instant.FromUtc(2027, 2, day + 1, 0, 0));
            await EditAsync(producer => producer.TakeOff(TimeOffDetails.Exact(off)));
            var wizard = new Wizard(visitor);
            await wizard.BeginAsync();
            await visitor.At("#Company").FillAsync("Typed before");
            await wizard.FillTimeAsync(new FreeMoment(new LocalDateTime(2027, 2, day, 12, 0)));
            await wizard.NextAsync();
            await visitor.CheckAsync("waiting-nobody-free");
            await visitor.PressAsync("a[href^='/assist/wait']");
            await visitor.CheckAsync("waiting-ask");
            await visitor.PressAsync("#step-form .btn-lg");
            await Assertions.Expect(visitor.At("#waiting")).ToBeVisibleAsync();
            await visitor.CheckAsync("waiting-assist");

            await EditAsync(producer => producer.GiveUpTimeOff(
                producer.TimeOff.Single(item => item.Start == off.Start).Id));
            await visitor.GoAsync(await LinkAsync(Instant.FromUtc(2027, 2, day, 17, 0)));
            await Assertions.Expect(visitor.At("h1"))
                .ToHaveTextAsync(Words.Of<WaitingTexts>(language, "Offer.Title"));
            await visitor.CheckAsync("waiting-offer");
            var link = visitor.Path;
            await visitor.PressAsync("main .btn-lg");
            wizard.At("meeting-lookup");
            await Assertions.Expect(visitor.At(".summary-card")).ToContainTextAsync("Typed before");

            visitor.Expect(410);
            await visitor.GoAsync(link);
            await visitor.CheckAsync("waiting-offer-taken");
        });

    private Task EditAsync(Action<Producer> change) => Portal.InDatabaseAsync(
        db => db.EditAsync(db.Set<Producer>().Include(producer => producer.TimeOff), change));

    /// <summary>Waits for the portal to offer the time, and for its mail.</summary>
    private async Task<string> LinkAsync(Instant start)
    {
        WaitingWish? wish;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            wish = await Portal.InDatabaseAsync(db => db.Set<WaitingWish>().AsNoTracking()
                .SingleAsync(wish => wish.Start == start));
        }
        while (wish.OfferedUntil is null);

        var text = (await Portal.MailsAboutAsync($"{wish.Id}"))[^1].Read.Text!;
        var from = text.IndexOf("/assist/wait/offer?token=", StringComparison.Ordinal);
        return text[from..].Split('\n', '\r', ' ', '>')[0];
    }
}
