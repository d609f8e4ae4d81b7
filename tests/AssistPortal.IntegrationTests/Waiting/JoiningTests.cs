using System.Net;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Waiting;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>A host asks to be told when somebody is free. It is 2026-12-01 09:00 UTC; one producer works.</summary>
public sealed class JoiningTests : IAsyncLifetime
{
    private readonly PortalFactory portal = WaitingRoom.Open();
    private PortalClient host = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        await portal.PlaceAsync(WaitingRoom.Wanted);
        host = await portal.NewHostAsync("Waiter");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task Where_nobody_is_free_step_1_leads_to_a_page_that_says_what_will_happen(string language)
    {
        host.AcceptLanguage = PortalWords.BrowserOf(language);
        var nobody = await (await host.BeginAsync("tc-premium")).SubmitAsync(WaitingRoom.Wanted.Fields());

        var ask = await nobody.FollowAsync("a[href^='/assist/wait']");

        Assert.Equal((HttpStatusCode.OK, portal.Words(language, "Waiting.Title")), (ask.Status, ask.Heading));
        Assert.Contains(portal.Words(language, "Waiting.How.Lapse"), ask.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("tc-premium", "2027-01-19", "12:00", "America/New_York", "60"),
            (ask.Value("PackageCode"), ask.Value("StartDate"), ask.Value("StartTime"), ask.Value("TimeZone"),
                ask.Value("DurationMinutes")));
        Assert.Empty(await portal.WishesAsync());

        var services = await ask.SubmitAsync();
        Assert.Equal("/assist", services.Path);
        Assert.Contains(portal.Words(language, "Packages.Notice.Waiting"), services.Text, StringComparison.Ordinal);
        Assert.NotNull(services.Find("section[aria-labelledby=waiting] form[action$='/leave']"));
        Assert.Equal(nobody.Draft(), Assert.Single(await portal.WishesAsync()).DraftId);
    }

    [Fact]
    public async Task Whoever_loses_the_hold_in_step_3_can_wait_too()
    {
        var moment = new FreeMoment(new LocalDateTime(2027, 1, 21, 12, 0));
        var step = await host.ToEventInformationAsync(moment: moment);
        portal.Clock.Advance(Duration.FromMinutes(31));
        await portal.PlaceAsync(moment);

        var ask = await (await step.SubmitAsync(Journeys.EventFields())).FollowAsync("a[href^='/assist/wait']");
        await ask.SubmitAsync();

        var wish = Assert.Single(await portal.WishesAsync());
        Assert.Equal((moment.Start, step.Draft()), (wish.Start, wish.DraftId!.Value));
    }

    [Fact]
    public async Task Joining_twice_is_one_row_that_keeps_its_place()
    {
        await portal.WaitAsync(host);
        var first = Assert.Single(await portal.WishesAsync());
        portal.Clock.Advance(Duration.FromHours(1));

        var again = await portal.WaitAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.WaitAsync(host)));

        Assert.Equal("/assist", again.Path);
        var still = Assert.Single(await portal.WishesAsync());
        Assert.Equal((first.Id, first.WaitingSince), (still.Id, still.WaitingSince));
    }

    [Fact]
    public async Task Four_who_join_at_once_from_one_host_are_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.WaitAsync(host)));

        Assert.Single(await portal.WishesAsync());
        Assert.Empty(portal.Log.Faults());
    }

    [Fact]
    public async Task A_host_sees_what_is_waited_for_and_stops_waiting()
    {
        await portal.WaitAsync(host);
        using var other = await portal.SignedInAsync();
        var wish = Assert.Single(await portal.WishesAsync());
        Assert.Null((await other.GetAsync("/assist")).Find("#waiting"));
        var services = await host.GetAsync("/assist");
        var (_, fields) = services.Prepare(button: "form[action$='/leave'] button");
        var refused = await other.PostAsync($"/assist/wait/{wish.Id}/leave", await TokenAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);

        var left = await host.PostAsync($"/assist/wait/{wish.Id}/leave", fields);

        Assert.Contains(portal.Words("en", "Packages.Notice.Left"), left.Text, StringComparison.Ordinal);
        Assert.Null(left.Find("#waiting"));
        Assert.Empty(await portal.WishesAsync());
    }

    [Fact]
    public async Task Where_somebody_is_free_there_is_nothing_to_wait_for()
    {
        var page = await portal.WaitAsync(host, new FreeMoment(new LocalDateTime(2027, 1, 20, 12, 0)));

        page.AssertOnlyWrong(portal, "en", "StartTime", "Waiting.Free");
        Assert.Empty(await portal.WishesAsync());
        (await page.SubmitFormAsync("form[action='/assist/order']")).At("availability");
    }

    [Theory]
    [InlineData("StartDate", "2026-12-10", "Ordering.StartDate.TooSoon|14|Tuesday, December 15, 2026")]
    [InlineData("StartDate", "", "Times.StartDate.Missing")]
    [InlineData("StartTime", "12:10", "Times.StartTime.NotQuarter")]
    [InlineData("TimeZone", "", "Times.TimeZone.Missing")]
    [InlineData("DurationMinutes", "", "Ordering.Duration.Missing")]
    public async Task A_wrong_field_gets_its_own_message(string field, string value, string sentence)
    {
        var form = await host.GetAsync("/assist/wait");
        var fields = WaitingRoom.Wanted.Fields();
        fields["PackageCode"] = "ec-premium";
        fields[field] = value;

        (await form.SubmitAsync(fields)).AssertOnlyWrong(portal, "en", field, sentence);
    }

    [Fact]
    public async Task A_host_waits_for_twenty_times_at_most()
    {
        var sunday = new LocalDateTime(2027, 1, 24, 9, 0);
        for (var number = 0; number < WaitingList.MostWishes; number++)
        {
            await portal.WaitAsync(host, new FreeMoment(sunday.PlusMinutes(15 * number)));
        }

        var page = await portal.WaitAsync(host, new FreeMoment(sunday.PlusHours(8)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([portal.Words("en", "Waiting.TooMany|20")], page.ErrorSummary);
        Assert.Equal(WaitingList.MostWishes, (await portal.WishesAsync()).Count);
    }

    [Fact]
    public async Task A_waiting_wish_counts_once_as_unmet_demand()
    {
        var nobody = await (await host.BeginAsync()).SubmitAsync(WaitingRoom.Wanted.Fields());
        await (await nobody.FollowAsync("a[href^='/assist/wait']")).SubmitAsync();
        await (await host.BeginAsync()).SubmitAsync(WaitingRoom.Wanted.Fields());

        var unmet = await portal.InDatabaseAsync(db => db.Set<UnmetWish>()
            .Where(wish => wish.Start == WaitingRoom.Wanted.Start)
            .ToListAsync());

        Assert.Equal(Assert.Single(await portal.WishesAsync()).HostUserId, Assert.Single(unmet).WisherId);
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> TokenAsync(PortalClient browser) =>
        (await browser.GetAsync("/assist/wait")).Prepare().Fields;
}
