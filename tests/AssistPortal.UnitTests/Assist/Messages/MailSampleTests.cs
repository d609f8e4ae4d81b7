using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AssistPortal.Assist.Messages;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;

namespace AssistPortal.UnitTests.Assist.Messages;

/// <summary>Every mail that there is, in every language, as staff see it in the preview.</summary>
public sealed partial class MailSampleTests(SampleMails samples) : IClassFixture<SampleMails>
{
    private const int SubjectLength = 110;

    private static readonly string[] WithoutOrder =
        ["mail.", "account.", "trial.", "help-desk.", "order.links", "waiting."];

    public static TheoryData<string> Languages => ["en", "zh-Hant", "zh-Hans"];

    [Fact]
    public void Each_message_class_has_a_sample()
    {
        var causes = new[] { typeof(OrderPlacedMail), typeof(AnswerMail) }
            .SelectMany(known => known.Assembly.GetTypes().Where(type => type.Namespace == known.Namespace))
            .Where(type => type.Name.EndsWith("Mail", StringComparison.Ordinal) && type != typeof(TrialNoticeMail))
            .Select(type => (string)type.GetField("Cause")!.GetRawConstantValue()!)
            .Concat(Enum.GetValues<TrialNoticeKind>().Select(TrialNoticeMail.CauseOf))
            .Concat(Enum.GetValues<AccountChange>().Select(AccountNewsMail.CauseOf))
            .Concat(["mail.digest", "account.invitation", "account.password"]);
        var keys = samples.All.Select(sample => sample.Key).ToList();

        Assert.Equal(
            causes.Order(StringComparer.Ordinal),
            keys.Select(key => key.Split(':')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Both_parts_say_the_same(string language) => Assert.All(samples.All, sample =>
    {
        var mail = sample.Compose(language);
        var content = samples.Renderer.Render(mail, samples.Now);
        var html = new HtmlParser().ParseDocument(content.Html);
        foreach (var hidden in html.QuerySelectorAll("[style*='display:none'], title, style"))
        {
            hidden.Remove();
        }

        Assert.Equal(
            Words(content.Text[content.Text.IndexOf('#', StringComparison.Ordinal)..]), Words(html.Body!.TextContent));
        foreach (var link in html.QuerySelectorAll("a"))
        {
            Assert.Contains(link.GetAttribute("href")!, content.Text, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_mail_reads_well_in_an_inbox(string language) => Assert.All(samples.All, sample =>
    {
        var mail = sample.Compose(language);

        Assert.InRange(mail.Subject.Length, 5, SubjectLength);
        Assert.NotEqual(mail.Subject, mail.Body.Preheader);
        Assert.NotEmpty(mail.Body.Preheader);
        Assert.IsType<MailHeading>(mail.Body.Blocks[0]);
        if (!WithoutOrder.Any(kind => sample.Key.StartsWith(kind, StringComparison.Ordinal)))
        {
            Assert.Contains("00000-00000", mail.Subject, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_fetched_and_no_key_is_left(string language) => Assert.All(samples.All, sample =>
    {
        var mail = sample.Compose(language);
        var content = samples.Renderer.Render(mail, samples.Now);
        var html = new HtmlParser().ParseDocument(content.Html);

        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        Assert.Empty(html.QuerySelectorAll("img, script, link, iframe, form, object, [src], [background]"));
        Assert.DoesNotMatch("(?i)url\\(|@import|@font-face", content.Html);
        Assert.DoesNotMatch(Unresolved(), $"{mail.Subject} {content.Text} {content.Html}");
    });

    [Fact]
    public void The_languages_differ_in_all_but_what_people_typed() => Assert.All(samples.All, sample =>
    {
        var texts = new[] { "en", "zh-Hant", "zh-Hans" }.Select(sample.Compose).ToList();
        Assert.Equal(3, texts.Select(mail => mail.Subject).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, texts.Select(mail => mail.Body.Preheader).Distinct(StringComparer.Ordinal).Count());
    });

    private static string Words(string text) =>
        Marks().Replace(text.ReplaceLineEndings("\n"), "").Replace("AssistPortal", "", StringComparison.Ordinal);

    // What only the text part has: its marks, the colon after a label, the lines of links.
    [GeneratedRegex(
        @"^[#!>-] |^-+\s*$|^https?:\S+$|[:：]|\s+", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"\{[0-9]\}|\b(Access|Alert|Language|Report|Reminder|Digest|Updated|Cancelled"
            + @"|Meeting|Assigned|Moved|Released|Placed|Invoice|Credit|Fee|ProducerChanged|SessionSwap)\.[A-Z]\w+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unresolved();
}
