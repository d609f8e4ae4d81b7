using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>The zone field takes what people know of their zone.</summary>
public sealed class TimeZoneFieldTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Theory]
    [InlineData("Asia/Taipei", "Asia/Taipei")]
    [InlineData("taipei", "Asia/Taipei")]
    [InlineData("Taipei, Taiwan", "Asia/Taipei")]
    [InlineData("Ｔａｉｗａｎ", "Asia/Taipei")]
    [InlineData("台北", "Asia/Taipei")]
    [InlineData("加尔各答", "Asia/Kolkata")]
    [InlineData("sao paulo", "America/Sao_Paulo")]
    [InlineData("new york", "America/New_York")]
    [InlineData("utc", "Etc/UTC")]
    [InlineData("../UTC", "Etc/UTC")]
    [InlineData(" (Taipei) ", "Asia/Taipei")]
    public async Task A_place_in_any_language_is_read(string typed, string zone)
    {
        var next = await (await host.Browser.BeginAsync()).SubmitAsync(Fields(typed));
        next.At("meeting-lookup");
        Assert.Equal(zone, (await host.DraftAsync(next)).Time!.TimeZone);
        await next.SubmitAsync(button: "button[form=discard-form]");
    }

    [Theory]
    [InlineData("Germany", "Europe/Berlin")]
    [InlineData("UTC+5:45", "Asia/Kathmandu")]
    [InlineData("澳洲", "Australia/Sydney")]
    public async Task Of_several_places_the_page_asks_which(string typed, string zone)
    {
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(Fields(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(host.Portal.Words("en", "Times.TimeZone.Several"), page.Errors["TimeZone"]);
        Assert.NotNull(page.Find($"select[name=TimeZone] option[value='{zone}']"));
        (await page.SubmitAsync(new() { ["TimeZone"] = zone })).At("meeting-lookup");
    }

    [Fact]
    public async Task An_unknown_place_is_told_and_stays_as_typed()
    {
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(Fields("Atlantis"));
        Assert.Equal(host.Portal.Words("en", "Times.TimeZone.Unknown"), page.Errors["TimeZone"]);
        Assert.Equal("Atlantis", page.Value("TimeZone"));
    }

    [Fact]
    public async Task The_offset_is_that_of_the_chosen_date()
    {
        var page = await host.Browser.BeginAsync();
        Assert.Contains("New York, US: UTC−05:00.", page.Get("#TimeZone-hint").TextContent, StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["StartDate"] = "2027-07-01" }, "noscript button");
        Assert.Contains("New York, US: UTC−04:00.", page.Get("#TimeZone-hint").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("berl", "Berlin, Germany", "UTC+01:00")]
    [InlineData("Asia/Calcutta", "Kolkata, India", "UTC+05:30")]
    [InlineData("+8", "Taipei, Taiwan", "UTC+08:00")]
    public async Task Suggestions_tell_place_and_offset(string typed, string label, string offset)
    {
        var found = await host.Browser.GetAsync($"/times/zones?q={Uri.EscapeDataString(typed)}");
        Assert.Contains($$"""{"label":"{{label}}","offset":"{{offset}}"}""".Replace("+", "\\u002B"), found.Source);
    }

    [Fact]
    public async Task Step_one_weighs_at_most_25_KB_in_a_month_of_31_bookable_days()
    {
        var first = await host.Browser.BeginAsync("tc-premium");
        var page = await first.SubmitAsync(new() { ["StartDate"] = "2027-01-19" }, "noscript button");
        Assert.Equal(31, page.All("button[name=Day]").Count);
        var weight = System.Text.Encoding.UTF8.GetByteCount(page.Source);
        Assert.True(weight <= 25 * 1024, $"{weight} bytes");
    }

    private static Dictionary<string, string?> Fields(string zone) => new(
        new FreeMoment(new(2027, 3, 2, 10, 0)).Fields(), StringComparer.Ordinal) { ["TimeZone"] = zone };
}
