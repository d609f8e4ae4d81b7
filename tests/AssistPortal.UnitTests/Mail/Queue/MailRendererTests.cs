using System.Globalization;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;

namespace AssistPortal.UnitTests.Mail.Queue;

public sealed class MailRendererTests : IDisposable
{
    private readonly MailTestbed testbed = new();

    public void Dispose() => testbed.Dispose();

    [Fact]
    public void Both_parts_tell_the_same()
    {
        var content = Render(new MailBody("Preheader.")
            .Heading("Heading")
            .Paragraph("Paragraph\nin two lines")
            .Facts(new MailFact("Label", "Value"), new MailFact("Time", "09:30"))
            .List(["First", "Second"])
            .Note("Take notice")
            .Link("Open the order", new Uri("https://portal.example/o?a=1&b=2")));

        foreach (var words in new[]
        {
            "Preheader.",
            "Heading",
            "Paragraph",
            "in two lines",
            "Label",
            "Value",
            "09:30",
            "First",
            "Second",
            "Take notice",
            "Open the order", "This mail was sent automatically by AssistPortal.",
        })
        {
            Assert.Contains(words, content.Text, StringComparison.Ordinal);
            Assert.Contains(words, content.Html, StringComparison.Ordinal);
        }

        Assert.Contains("\r\nhttps://portal.example/o?a=1&b=2\r\n", content.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://portal.example/o?a=1&amp;b=2\"", content.Html, StringComparison.Ordinal);
        Assert.Contains("Paragraph<br>in two lines", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_is_text_and_never_markup()
    {
        const string Typed = "<script>alert('x')</script> & \"y\" <img src=http://x.example>";
        var content = Render(
            new MailBody(Typed).Heading(Typed)
                .Paragraph(Typed)
                .Note(Typed)
                .List([Typed])
                .Facts(new MailFact(Typed, Typed))
                .Link(Typed, new Uri("https://portal.example/?\"><script>")),
            subject: Typed);

        Assert.DoesNotContain("<script", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", content.Html, StringComparison.Ordinal);
        Assert.Contains("alert('x')", content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "This mail was sent automatically by AssistPortal.", "Reply to this mail")]
    [InlineData("zh-Hant", "這封郵件由 AssistPortal 自動寄出。", "直接回覆")]
    [InlineData("zh-Hans", "此邮件由 AssistPortal 自动发送。", "直接回复")]
    public void The_frame_speaks_the_recipients_language_whatever_the_current_one_is(
        string language, string footer, string reply)
    {
        testbed.Options.ReplyTo = "coordinators@portal.example";
        using var current = MailCulture.Of("zh-Hant");

        var content = Render(new MailBody("x"), language);

        Assert.Contains(footer, content.Text, StringComparison.Ordinal);
        Assert.Contains(reply, content.Text, StringComparison.Ordinal);
        Assert.Contains(footer, content.Html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\" dir=\"ltr\">", content.Html, StringComparison.Ordinal);
        Assert.Equal("zh-Hant", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void A_right_to_left_language_sets_the_direction() =>
        Assert.Contains(
            "<html lang=\"he\" dir=\"rtl\">", Render(new MailBody("שלום"), "he").Html, StringComparison.Ordinal);

    [Fact]
    public void Text_lines_wrap_at_76_characters_and_end_with_crlf()
    {
        var text = Render(new MailBody(string.Join(' ', Enumerable.Repeat("word", 100)))).Text;

        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_a_database_refuses_is_left() =>
        Assert.DoesNotContain(
            '\0', Render(new MailBody("a\0b").Paragraph("\0")).Html + Render(new MailBody("a\0b")).Text);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Only_web_addresses_are_linked(string target) =>
        Assert.Throws<ArgumentException>(() => new MailBody("x").Link("x", new Uri(target)));

    private MailContent Render(MailBody body, string language = "en", string subject = "Subject") =>
        testbed.NewRenderer().Render(
            MailTestbed.Mail() with { Body = body, Language = language, Subject = subject },
            testbed.Clock.GetCurrentInstant());
}
