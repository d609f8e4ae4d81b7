using AssistPortal.Assist.Texts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class ConfirmationMailTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Topic = "春季發表 <b>&</b> “launch” 🎉";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task The_worker_sends_the_confirmation_in_the_language_of_the_pages(string language)
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        await browser.SignInAsync(Journeys.Host);
        var order = await portal.OrderAsync(await browser.OrderAsync("tc-premium", changes: new()
        {
            ["Topic"] = Topic, ["MeetingUrl"] = "https://northwind.meetings.example/meet/1", ["Agenda"] = "one\ntwo",
        }));
        var mail = await portal.MailAboutAsync($"{order.Id}");

        var number = order.RequestNumber.ToString();
        Assert.Equal(portal.Words(language, $"Assist.Placed.Subject|{number}|{Topic}"), mail.Header("Subject"));
        Assert.Equal(language, mail.Header("Content-Language") ?? language);
        Assert.Equal(["host@demo.example"], mail.Mailboxes["to"].Select(to => to.Address));
        Assert.Equal(["assist@portal.example"], mail.Mailboxes["from"].Select(from => from.Address));
        Assert.Empty(mail.Defects);
        Assert.Equal((0, true), (mail.BareLineBreaks, mail.OnlyAsciiHeaders));

        foreach (var body in new[] { mail.Text!, Plain(mail.Html!) })
        {
            var text = PortalPage.Squeeze(body);
            Assert.Contains(number, text, StringComparison.Ordinal);
            Assert.Contains(Topic, text, StringComparison.Ordinal);
            Assert.Contains(portal.Words(language, "Assist.Placed.Heading"), text, StringComparison.Ordinal);
            Assert.Contains(portal.Words(language, "Assist.Fee.Note"), text, StringComparison.Ordinal);
            Assert.Contains(
                PortalPage.Squeeze(PortalWords.In(language, () => Wording.Span(order.Time))),
                text,
                StringComparison.Ordinal);
            Assert.Contains("America/New York (UTC−04:00)", text, StringComparison.Ordinal);
        }

        Assert.Contains($"{PortalFactory.PublicAddress}assist/manage", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"{PortalFactory.PublicAddress}assist/manage/open?token=", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_calendar_part_is_an_invitation_that_an_independent_reader_understands()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var fold = await (await browser.BeginAsync()).SubmitAsync(new FreeMoment(new(2027, 11, 7, 1, 30)).Fields());
        var lookup = await fold.SubmitAsync(new() { ["Fold"] = "later" });
        var step = await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" });
        var order = await portal.OrderAsync(
            (await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = Topic }))).At("confirmation"));

        var calendar = Assert.Single(
            (await portal.MailAboutAsync($"{order.Id}")).Calendars.DistinctBy(item => item.Uid));
        Assert.Equal(
            ("REQUEST", "2.0", 1, 0, order.CalendarUid),
            (calendar.Method, calendar.Version, calendar.Events, calendar.Sequence, calendar.Uid));
        Assert.Equal(new DateTimeOffset(2027, 11, 7, 6, 30, 0, TimeSpan.Zero), calendar.Start);
        Assert.Equal(new DateTimeOffset(2027, 11, 7, 7, 30, 0, TimeSpan.Zero), calendar.End);
        Assert.Equal(portal.Clock.GetCurrentInstant().ToDateTimeOffset(), calendar.Stamp);
        Assert.Contains(Topic, calendar.Summary, StringComparison.Ordinal);
        Assert.Contains(order.RequestNumber.ToString(), calendar.Description, StringComparison.Ordinal);
        Assert.Equal("assist@portal.example", calendar.Organizer?.Address);
        Assert.Equal(["host@demo.example"], calendar.Attendees.Select(person => person.Address));
        Assert.InRange(calendar.LongestLine, 1, 75);
        Assert.Equal(0, calendar.BareLineBreaks);
    }

    [Fact]
    public async Task It_goes_to_the_contact_of_the_order_and_only_there()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("sophia.grant@northwind.example");
        var fields = FreeMoment.Next().Fields();
        fields["Email"] = "assistant@northwind.example";
        fields["FirstName"] = "Line\u2028Break";
        fields["LastName"] = "\"Quote, <x@evil.example>";
        var lookup = await (await browser.BeginAsync()).SubmitAsync(fields);
        var step = await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" });
        var order = await portal.OrderAsync((await step.SubmitAsync(Journeys.EventFields())).At("confirmation"));
        var mail = await portal.MailAboutAsync($"{order.Id}");
        Assert.Equal(["assistant@northwind.example"], mail.Mailboxes["to"].Select(to => to.Address));
        Assert.DoesNotContain("cc", mail.Mailboxes.Keys);
        var others = await portal.InDatabaseAsync(db => db.Set<AssistPortal.Mail.Queue.OutboxMail>()
            .Where(row => row.SubjectId == $"{order.Id}" && row.Recipient != order.Contact.Email)
            .Select(row => row.Cause)
            .ToListAsync());
        Assert.Equal(["producer.assigned"], others);
        Assert.DoesNotContain(
            portal.Log.Lines, line => line.Message.Contains("assistant@northwind.example", StringComparison.Ordinal));
    }

    private static string Plain(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent;
}
