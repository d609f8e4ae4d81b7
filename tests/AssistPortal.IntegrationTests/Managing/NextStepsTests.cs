using AngleSharp.Dom;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>What customers read of what comes next with their order.</summary>
public sealed class NextStepsTests
{
    private const string Coordinator = "coordinator@demo.example";
    private const string Meeting = "https://northwind.meetings.example/meet/1";

    [Fact]
    public async Task The_customer_s_page_and_the_host_s_say_what_comes_with_dates_producer_and_the_way_in()
    {
        await using var portal = new PortalFactory();
        var order = await portal.OrderAsync(new() { ["MeetingUrl"] = Meeting });
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var session = await portal.ScheduleAsync(staff, order);
        var (customer, page) = await portal.FindAsync(order);
        using var _ = customer;
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);

        foreach (var shown in new[] { page, await host.GetAsync($"/resources/orders/{order.RequestNumber}") })
        {
            var steps = StepsOf(shown);
            Assert.Equal(
                [
                    (Word(portal, "Sessions.SessionKind.PlanningCall"), Word(portal, "Next.State.Scheduled")),
                    (Word(portal, "Sessions.SessionKind.Consultation"), Word(portal, "Next.State.Open")),
                    (Word(portal, "Sessions.SessionKind.Rehearsal"), Word(portal, "Next.State.Open")),
                    (Word(portal, "Next.Event"), Word(portal, "Next.State.Scheduled")),
                    (Word(portal, "Next.Report"), Word(portal, "Next.State.Later")),
                ],
                steps.Take(5).Select(step => (Title(step), State(step))));
            var day = session.Start.InZone(order.Time.LocalStart.Zone).Date;
            Assert.Contains($"{day.Day}, {day.Year}", Text(steps[0]), StringComparison.Ordinal);
            Assert.Contains(Word(portal, "Next.Open.Included"), Text(steps[1]), StringComparison.Ordinal);
            Assert.Contains("With ", Text(steps[3]), StringComparison.Ordinal);
            Assert.Equal(Meeting, steps[3].QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(order.Contact.Email, Text(steps[4]), StringComparison.Ordinal);
        }

        Assert.NotNull(page.Find($"a[href='/assist/manage/{order.RequestNumber}/calendar.ics']"));
    }

    [Fact]
    public async Task After_the_event_the_report_is_there_with_its_recordings_and_nothing_is_to_be_joined()
    {
        await using var portal = new PortalFactory();
        var order = await portal.OrderAsync(new() { ["MeetingUrl"] = Meeting });
        portal.Clock.Reset(order.Time.End + Duration.FromDays(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        await staff.CompleteAsync(order, new()
        {
            ["Registered"] = "1200",
            ["Attended"] = "900",
            ["Recordings"] = "https://rec.example/a",
        });
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);

        var steps = StepsOf(await host.GetAsync($"/assist/manage/{order.RequestNumber}/availability"));

        Assert.Equal(
            [(Word(portal, "Next.Event"), "done"), (Word(portal, "Next.Report"), "done")],
            steps.Take(2).Select(step => (Title(step), State(step))));
        Assert.Null(steps[0].QuerySelector("a"));
        Assert.Contains("Registered: 1,200", Text(steps[1]), StringComparison.Ordinal);
        Assert.Equal("https://rec.example/a", steps[1].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Of_a_cancelled_order_nothing_comes()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (customer, _) = await portal.FindAsync(order);
        using var __ = customer;
        await (await customer.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]");

        var page = (await customer.GetAsync($"/assist/manage/{order.RequestNumber}/availability")).At("availability");

        Assert.Null(page.Find("#next"));
        Assert.Null(page.Find("a[href$='.ics']"));
    }

    private static IReadOnlyList<IElement> StepsOf(PortalPage page) => page.All("#next .next-steps__item");

    private static string Title(IElement step) => Text(step.QuerySelector("strong")!);

    private static string State(IElement step) => Text(step.QuerySelector(".badge")!);

    private static string Text(IElement element) => PortalPage.Squeeze(element.TextContent);

    private static string Word(PortalFactory portal, string key) => portal.Words("en", key);
}
