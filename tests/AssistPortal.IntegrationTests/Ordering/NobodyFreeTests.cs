using System.Net;
using AssistPortal.Assist.Texts;
using AssistPortal.IntegrationTests.Waiting;
using AssistPortal.TestSupport.Portal;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>With one producer only: Olivia Carter, New York, weekdays 7:30 to 18:30.</summary>
public sealed class NobodyFreeTests : IAsyncLifetime
{
    private readonly PortalFactory portal = new();
    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task When_no_producer_works_then_the_page_says_so_and_offers_the_nearest_times(string language)
    {
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var fields = new FreeMoment(new(2027, 1, 17, 12, 0)).Fields();
        fields["FirstName"] = " Hannah ";
        var page = await (await browser.BeginAsync()).SubmitAsync(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(portal.Words(language, "Times.Nobody.NoProducerWorks"), page.Text, StringComparison.Ordinal);

        // Friday's last start leaves 15 minutes for the trail, Monday's first 30 for the lead.
        LocalDateTime[] expected = [new(2027, 1, 15, 17, 15), new(2027, 1, 18, 8, 0), new(2027, 1, 18, 12, 0)];
        Assert.Equal(expected, Alternatives(page));
        var dates = PortalWords.In(language, () => expected.Select(start => Wording.Date(start.Date)).ToList());
        Assert.Equal(dates, page.All(".choice-card strong").Select(date => date.TextContent));
        Assert.Equal(" Hannah ", page.Value("FirstName"));
        Assert.NotNull(page.Find("button[form=discard-form]"));
    }

    [Fact]
    public async Task When_all_are_taken_the_page_says_so_and_choosing_an_alternative_goes_on_with_it()
    {
        await browser.ToMeetingLookupAsync(moment: new FreeMoment(new(2027, 1, 19, 12, 0)));
        using var other = portal.CreatePortalClient();
        await other.SignInAsync("sophia.grant@northwind.example");
        var fields = new FreeMoment(new(2027, 1, 19, 12, 0)).Fields();
        fields["LastName"] = " Grant-Lee ";
        var page = await (await other.BeginAsync("mc-premium")).SubmitAsync(fields);
        Assert.Contains(portal.Words("en", "Times.Nobody.AllTaken"), page.Text, StringComparison.Ordinal);
        Assert.Equal([new(2027, 1, 19, 10, 15), new(2027, 1, 19, 13, 45), new(2027, 1, 20, 12, 0)], Alternatives(page));

        var next = (await page.SubmitAsync(button: ".choice-cards li:nth-child(2) button")).At("meeting-lookup");
        var draft = await portal.DraftAsync(next.Draft());
        Assert.Equal(new LocalDateTime(2027, 1, 19, 13, 45), draft.Time!.LocalStart.LocalDateTime);
        Assert.Equal("Grant-Lee", draft.Contact.LastName);
        var form = await other.GetAsync($"/assist/order/{next.Draft()}/availability");
        Assert.Equal(("2027-01-19", "13:45"), (form.Value("StartDate"), form.Value("StartTime")));
    }

    [Fact]
    public async Task An_alternative_that_somebody_takes_meanwhile_leads_to_new_ones()
    {
        var page = await (await browser.BeginAsync()).SubmitAsync(new FreeMoment(new(2027, 1, 24, 12, 0)).Fields());
        using var other = portal.CreatePortalClient();
        await other.SignInAsync("sophia.grant@northwind.example");
        await other.ToMeetingLookupAsync(moment: new FreeMoment(Alternatives(page)[0]));
        var again = await page.SubmitAsync(button: ".choice-cards li:first-child button");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.DoesNotContain(Alternatives(page)[0], Alternatives(again));
        Assert.Equal(3, Alternatives(again).Count);
        (await again.SubmitAsync(button: ".choice-cards li:first-child button")).At("meeting-lookup");
    }

    [Fact]
    public async Task Another_date_and_time_can_be_picked_instead()
    {
        var page = await (await browser.BeginAsync()).SubmitAsync(new FreeMoment(new(2027, 1, 31, 12, 0)).Fields());
        (await page.SubmitAsync(new() { ["StartDate"] = "2027-02-01" })).At("meeting-lookup");
    }

    [Fact]
    public async Task A_made_up_alternative_is_proven_like_any_other_time()
    {
        var page = await (await browser.BeginAsync()).SubmitAsync(new FreeMoment(new(2027, 1, 31, 12, 0)).Fields());
        foreach (var start in new[] { "2026-12-02T15:00:00Z", "2035-01-01T15:00:00Z", "2027-02-02T15:07:00Z" })
        {
            var (action, fields) = page.Prepare();
            var again = await browser.PostAsync(action, fields.Append(KeyValuePair.Create("Alternative", start)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.NotEmpty(again.Errors);
        }

        var (path, posted) = page.Prepare();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await browser.PostAsync(path, posted.Append(KeyValuePair.Create("Alternative", "tomorrow")))).Status);
    }

    [Fact]
    public async Task Where_nobody_is_left_at_all_the_page_says_that_too()
    {
        await portal.SendHomeAsync();
        var page = await (await browser.BeginAsync()).SubmitAsync(new FreeMoment(new(2027, 1, 19, 12, 0)).Fields());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(portal.Words("en", "Times.Nobody.NoAlternative"), page.Text, StringComparison.Ordinal);
        Assert.Empty(Alternatives(page));
    }

    private static IReadOnlyList<LocalDateTime> Alternatives(PortalPage page) =>
    [
        .. page.All("button[name=Alternative]").Select(button => InstantPattern.General
            .Parse(button.GetAttribute("value")!).Value.InZone(
                DateTimeZoneProviders.Tzdb["America/New_York"]).LocalDateTime),
    ];
}
