using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>Two people, or two windows of one, work on the same order.</summary>
public sealed class TwoAtOnceTests
{
    [Fact]
    public async Task The_second_to_press_Next_is_told_and_keeps_what_was_typed()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (first, firstPage) = await portal.FindAsync(order);
        var (second, secondPage) = await portal.FindAsync(order);
        using var _ = first;
        using var __ = second;
        var edit = await second.GetAsync($"{secondPage.Path}?update=true");
        var lookup = (await firstPage.MoveAsync(first, FreeMoment.Next())).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");

        var wish = FreeMoment.Next();
        var told = await edit.SubmitAsync(Customers.To(wish));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains(portal.Words("en", "Managing.Changed.Title"), told.Text, StringComparison.Ordinal);
        Assert.Equal(Customers.To(wish)["StartDate"], told.Value("StartDate"));
        Assert.Equal(1, (await portal.ReadAsync(order.RequestNumber)).CalendarSequence);

        lookup = (await told.SubmitAsync()).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(wish.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
    }

    [Fact]
    public async Task The_second_to_confirm_is_told_and_goes_on_from_the_wished_time()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (first, firstPage) = await portal.FindAsync(order);
        var (second, secondPage) = await portal.FindAsync(order);
        using var _ = first;
        using var __ = second;
        var (one, two) = (FreeMoment.Next(), FreeMoment.Next());
        var firstLookup = (await firstPage.MoveAsync(first, one)).At("meeting-lookup");
        var secondLookup = (await secondPage.MoveAsync(second, two)).At("meeting-lookup");
        (await firstLookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");

        var told =
            (await secondLookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("availability?update=true");
        Assert.Contains(portal.Words("en", "Managing.Changed.Title"), told.Text, StringComparison.Ordinal);
        Assert.Equal(Customers.To(two)["StartDate"], told.Value("StartDate"));
        Assert.Equal(one.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
        secondLookup = (await told.SubmitAsync()).At("meeting-lookup");
        (await secondLookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(2, (await portal.ReadAsync(order.RequestNumber)).CalendarSequence);
    }

    [Fact]
    public async Task Of_two_who_confirm_at_the_same_moment_one_moves_the_order_and_the_other_is_told()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (first, firstPage) = await portal.FindAsync(order);
        var (second, secondPage) = await portal.FindAsync(order);
        using var _ = first;
        using var __ = second;
        var lookups = new[]
        {
            (await firstPage.MoveAsync(first, FreeMoment.Next())).At("meeting-lookup"),
            (await secondPage.MoveAsync(second, FreeMoment.Next())).At("meeting-lookup"),
        };
        var pages = await Task.WhenAll(lookups.Select(page => page.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })));
        var confirmed = Assert.Single(pages, page => page.Path.EndsWith("/confirmation", StringComparison.Ordinal));
        Assert.Contains(
            portal.Words("en", "Managing.Changed.Title"),
            pages.Single(page => page != confirmed).Text,
            StringComparison.Ordinal);
        Assert.Equal(1, (await portal.ReadAsync(order.RequestNumber)).CalendarSequence);
    }

    [Fact]
    public async Task A_window_that_shows_another_time_than_was_chosen_last_confirms_neither()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var (one, two) = (FreeMoment.Next(), FreeMoment.Next());
        var first = (await page.MoveAsync(browser, one)).At("meeting-lookup");
        (await page.MoveAsync(browser, two)).At("meeting-lookup");
        var told = await first.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" });
        Assert.Equal(portal.Words("en", "Managing.OtherTab"), told.Errors["ScheduleUpdated"]);
        Assert.Equal($"{two.Start}", told.Value("Start"));
        (await told.SubmitAsync()).At("confirmation");
        Assert.Equal(two.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
    }

    [Fact]
    public async Task Who_wants_to_move_what_was_cancelled_meanwhile_is_told()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (first, firstPage) = await portal.FindAsync(order);
        var (second, _) = await portal.FindAsync(order);
        using var __ = first;
        using var ___ = second;
        var lookup = (await firstPage.MoveAsync(first, FreeMoment.Next())).At("meeting-lookup");
        await (await second.GetAsync(
            $"/assist/manage/{order.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
        var told = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("availability");
        Assert.Contains(portal.Words("en", "Managing.Phase.Cancelled.Title"), told.Text, StringComparison.Ordinal);
    }
}
