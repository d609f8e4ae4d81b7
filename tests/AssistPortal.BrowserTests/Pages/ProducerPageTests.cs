using AssistPortal.Assist.Producers;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Producers as coordinators see them, and what producers see of themselves.</summary>
public sealed class ProducerPageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("zh-Hans", "dark", 1280)]
    public async Task Producers_and_their_cover(string language, string theme, int width)
    {
        var order = await Portal.PlaceAsync();
        var producer = await Portal.InDatabaseAsync(
            db => db.Set<Producer>().AsNoTracking().SingleAsync(item => item.Id == order.ProducerId));
        var day = NodaTime.Text.LocalDatePattern.Iso.Format(
            order.Time.Start.InZone(NodaTime.DateTimeZoneProviders.Tzdb[producer.TimeZone]).Date);
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/producers");
                await visitor.CheckAsync("producers");
                await visitor.GoAsync($"/staff/producers/{producer.Id}");
                await visitor.CheckAsync("producer");
                await visitor.GoAsync($"/staff/producers/{producer.Id}/hours");
                await visitor.CheckAsync("producer-hours");
                visitor.Expect(422);
                await visitor.GoAsync($"/staff/producers/{producer.Id}/time-off");
                await visitor.At("#From").FillAsync(day);
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("producer-time-off");
                await visitor.GoAsync($"/staff/producers/{producer.Id}/cover?From={day}&To={day}");
                await visitor.CheckAsync("producer-cover");
            },
            "coordinator@demo.example");
    }

    [Theory]
    [InlineData("zh-Hant", "dark", 375)]
    [InlineData("en", "light", 1280)]
    public Task Pages_of_a_producer(string language, string theme, int width) => VisitAsHostAsync(
        new Look(language, theme, width),
        async visitor =>
        {
            await visitor.GoAsync("/producer");
            await visitor.CheckAsync("own-assignments");
            await visitor.GoAsync("/producer/hours");
            await visitor.CheckAsync("own-hours");
            await visitor.GoAsync("/producer/time-off");
            await visitor.CheckAsync("own-time-off");
            await visitor.GoAsync("/producer/feed");
            await visitor.PressAsync("#make-form button");
            await visitor.CheckAsync("own-feed");
        },
        "producer@demo.example");
}
