using System.Net;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class AvailabilityTypingTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    public static TheoryData<string> Texts => new(
        "Zoë 🎉👩‍👩‍👧",
        "سلام دنیا \u200E evil\u200F",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "Ｈａｎｎａｈ　陳",
        "O'Brien & Söhne {{1+1}} ${x} %00 \\",
        "e\u0301 \u00E9");

    [Fact]
    public async Task The_form_starts_with_what_the_portal_knows_of_the_host()
    {
        using var browser = host.Portal.CreatePortalClient();
        await browser.SignInAsync("daniel.okafor@northwind.example");
        var first = await browser.BeginAsync("mc-premium");
        Assert.Equal(
            (
                "Daniel", "Okafor", "+1 312 555 0145", "daniel.okafor@northwind.example", "Northwind Events",
                "mc-premium", "America/Chicago"),
            (
                first.Value("FirstName"),
                first.Value("LastName"),
                first.Value("Phone"),
                first.Value("Email"),
                first.Value("Company"),
                first.Value("PackageCode"),
                first.Value("TimeZone")));

        var fields = FreeMoment.Next().Fields();
        fields["FirstName"] = "Dan";
        fields["Email"] = "events@northwind.example";
        var step = await (await first.SubmitAsync(fields)).SubmitAsync(new() { ["IsScheduled"] = "no" });
        (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
        var second = await browser.BeginAsync();
        Assert.Equal(
            ("Dan", "events@northwind.example", "America/New_York"),
            (second.Value("FirstName"), second.Value("Email"), second.Value("TimeZone")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_is_shown_back_safely_when_refused_and_stored_exactly_when_taken(string text)
    {
        var typed = $"  {text} ";
        var fields = FreeMoment.Next().Fields();
        fields["FirstName"] = fields["LastName"] = fields["Company"] = typed;
        fields["Phone"] = "not a number";
        var refused = await (await host.Browser.BeginAsync()).SubmitAsync(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            (typed, typed, typed), (refused.Value("FirstName"), refused.Value("LastName"), refused.Value("Company")));
        AssertHarmless(refused);
        Assert.Equal(typed, (await host.Browser.GetAsync(refused.Path)).Value("Company"));

        var next = (await refused.SubmitAsync(new() { ["Phone"] = "+1 212 555 0142" })).At("meeting-lookup");
        var draft = await host.DraftAsync(next);
        Assert.Equal((text, text, text), (draft.Contact.FirstName, draft.Contact.LastName, draft.Contact.Company));
        Assert.Contains(PortalPage.Squeeze(text), next.Text, StringComparison.Ordinal);
        AssertHarmless(next);
    }

    [Fact]
    public async Task Over_long_text_is_kept_whole_and_shown_back()
    {
        var text = string.Concat(Enumerable.Repeat("很長的名字 ", 400)).Trim();
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(new() { ["Company"] = text });
        Assert.Equal(text, page.Value("Company"));
        Assert.Equal(text, (await host.Browser.GetAsync(page.Path)).Value("Company"));
        Assert.Equal(
            host.Portal.Words("en", $"Shared.Error.TooLongBy|120|{text.Length - 120}"), page.Errors["Company"]);
    }

    [Theory]
    [InlineData("2027-01-18", "09:30")]
    [InlineData(" 2027-1-18 ", " 9:30 ")]
    [InlineData("2027/01/18", "9.30")]
    [InlineData("2027.1.18", "09:30:00")]
    [InlineData("2027年1月18日", "０９：３０")]
    [InlineData("２０２７－０１－１８", "９：３０")]
    [InlineData("\u30002027-01-18\u3000", "09:30\t")]
    public async Task Dates_and_times_are_read_as_people_write_them(string date, string time)
    {
        var fields = new FreeMoment(new(2027, 1, 18, 9, 30)).Fields();
        fields["StartDate"] = date;
        fields["StartTime"] = time;
        fields["DurationMinutes"] = " ６０ ";
        var step = await host.Browser.BeginAsync();
        var page = (await step.SubmitAsync(fields)).At("meeting-lookup");
        var draft = await host.DraftAsync(page);
        Assert.Equal(Instant.FromUtc(2027, 1, 18, 14, 30), draft.Time!.Start);
        Assert.Equal((60, "America/New_York"), (draft.Time.DurationMinutes, draft.Time.TimeZone));
        await page.SubmitAsync(button: "button[form=discard-form]");
    }

    [Fact]
    public async Task Phone_and_address_are_stored_in_usual_signs()
    {
        var fields = FreeMoment.Next().Fields();
        fields["Phone"] = " ＋８８６ (0)2 2345-6789 x１２ ";
        fields["Email"] = " ｈｏｓｔ＠ｄｅｍｏ．ｅｘａｍｐｌｅ ";
        var page = (await (await host.Browser.BeginAsync()).SubmitAsync(fields)).At("meeting-lookup");
        var contact = (await host.DraftAsync(page)).Contact;
        Assert.Equal(("+886 (0)2 2345-6789 x12", "host@demo.example"), (contact.Phone, contact.Email));
    }

    [Fact]
    public async Task The_longest_texts_are_taken_whole()
    {
        var fields = FreeMoment.Next().Fields();
        fields["FirstName"] = new string('名', 60);
        fields["LastName"] = new string('x', 60);
        fields["Company"] = new string('司', 120);
        fields["Phone"] = "+1 212 555 0142 0142 0142 0142";
        fields["Email"] =
            $"{new string('x', 60)}@{string.Join('.', Enumerable.Repeat(new string('d', 61), 3))}.example";
        var page = (await (await host.Browser.BeginAsync()).SubmitAsync(fields)).At("meeting-lookup");
        var contact = (await host.DraftAsync(page)).Contact;
        Assert.Equal(
            (fields["FirstName"], fields["LastName"], fields["Company"], fields["Phone"], fields["Email"]),
            (contact.FirstName, contact.LastName, contact.Company, contact.Phone, contact.Email));
    }

    [Fact]
    public async Task The_enter_key_goes_on_to_the_next_step()
    {
        var lookup =
            (await (await host.Browser.BeginAsync()).EnterAsync(FreeMoment.Next().Fields())).At("meeting-lookup");
        var information = (await lookup.EnterAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        (await information.EnterAsync(Journeys.EventFields())).At("confirmation");
    }

    private static void AssertHarmless(PortalPage page)
    {
        Assert.Empty(page.All("script:not([src])"));
        Assert.Empty(page.All("[onerror], [onclick], [style], img[src=x]"));
    }
}
