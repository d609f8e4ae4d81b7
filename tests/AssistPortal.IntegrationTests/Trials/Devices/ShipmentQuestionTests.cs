using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.HelpDesk;
using static AssistPortal.IntegrationTests.Trials.Devices.DeviceScene;

namespace AssistPortal.IntegrationTests.Trials.Devices;

public sealed class ShipmentQuestionTests(DeviceScene scene) : IClassFixture<DeviceScene>
{
    private const string Path = "/trials/shipment-question";

    [Theory]
    [InlineData("en", "Trial endpoint tracking request")]
    [InlineData("zh-Hant", "試用終端裝置追蹤請求")]
    [InlineData("zh-Hans", "试用终端追踪请求")]
    public async Task The_help_desk_gets_a_mail_with_just_that_subject_and_the_number(string language, string subject)
    {
        using var browser = await scene.SignedInAsync(Pia, language);
        var page = await (await browser.GetAsync(Path)).SubmitAsync(
            new() { ["LoanNumber"] = " ｄ－９９ ", ["Question"] = "On the way?" });

        Assert.NotNull(page.Find(".notice--success"));
        var request = await scene.RequestAsync(HelpDeskRequestKind.Shipment);
        Assert.Equal(
            ("D-99", language, HelpDeskRequestState.Open), (request.LoanNumber, request.Language, request.State));
        var (row, read) = Assert.Single(await scene.Portal.MailsAboutAsync($"{request.Id}"));
        Assert.Equal(("helpdesk@portal.example", subject), (row.Recipient, row.Subject));
        Assert.Equal(Pia, row.ReplyTo);
        Assert.Contains("D-99", read.Text, StringComparison.Ordinal);
        Assert.Contains("On the way?", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "LoanNumber.Missing")]
    [InlineData("4711", "LoanNumber.WithoutD")]
    [InlineData("D!", "LoanNumber.Malformed")]
    public async Task A_number_that_can_be_none_is_refused_with_what_was_typed(string typed, string why)
    {
        using var browser = await scene.SignedInAsync(Pia);
        var page = await (await browser.GetAsync(Path)).SubmitAsync(
            new() { ["LoanNumber"] = typed, ["Question"] = "Where?" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(scene.Portal.Words("en", $"DevicePages.{why}"), page.Errors["LoanNumber"]);
        Assert.Equal((typed, "Where?"), (page.Value("LoanNumber"), page.Value("Question")));
    }

    [Fact]
    public async Task Own_foreign_and_unknown_numbers_are_answered_alike()
    {
        var (_, own) = await scene.ShipAsync(scene.AmericanTrial);
        var (_, foreign) = await scene.ShipAsync(scene.GermanTrial);
        using var browser = await scene.SignedInAsync(Pia);
        List<string> answers = [];
        foreach (var number in new[] { own, foreign, "D-UNKNOWN" })
        {
            var page = await (await browser.GetAsync(Path)).SubmitAsync(new() { ["LoanNumber"] = number });
            answers.Add($"{page.Status} {page.Get(".notice--success").TextContent} {page.Get("tbody tr").TextContent}"
                .Replace(number, "#", StringComparison.Ordinal));
            var request = await scene.RequestAsync(HelpDeskRequestKind.Shipment);
            Assert.Equal(number == own ? scene.AmericanTrial : null, request.TrialId);
            Assert.Single(await scene.Portal.MailsAboutAsync($"{request.Id}"));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        using var desk = await scene.SignedInAsync(Hedda);
        var queue = await desk.GetAsync("/staff/trials?kind=shipment&show=untaken");
        var row = queue.All("#queue tbody tr")
            .Single(item => item.TextContent.Contains(foreign, StringComparison.Ordinal));
        Assert.NotNull((await desk.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Find("#foreign"));
    }

    [Fact]
    public async Task The_answer_comes_by_mail_and_stands_on_the_askers_page_only()
    {
        using var browser = await scene.SignedInAsync(Pia);
        await (await browser.GetAsync(Path)).SubmitAsync(new() { ["LoanNumber"] = "D-ANSWER" });
        var request = await scene.RequestAsync(HelpDeskRequestKind.Shipment);
        using var desk = await scene.SignedInAsync(Hugo);
        var empty =
            await (await desk.GetAsync($"/staff/trials/requests/{request.Id}")).SubmitAsync(new() { ["Answer"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        await empty.SubmitAsync(new() { ["Answer"] = "It arrives tomorrow.\nBefore noon." });

        Assert.Contains(
            "It arrives tomorrow.",
            (await browser.GetAsync(Path)).Get($"[data-request-id='{request.Id}']").TextContent,
            StringComparison.Ordinal);
        var (row, read) = (await scene.Portal.MailsAboutAsync($"{request.Id}")).Single(
            mail => mail.Row.Cause == "help-desk.answer");
        Assert.Equal(Pia, row.Recipient);
        Assert.Contains("It arrives tomorrow.", read.Text, StringComparison.Ordinal);
        using var other = await scene.SignedInAsync(Paul);
        Assert.DoesNotContain("D-ANSWER", (await other.GetAsync(Path)).Text, StringComparison.Ordinal);
    }
}
