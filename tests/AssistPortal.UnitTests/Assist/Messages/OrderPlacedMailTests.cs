using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Messages;

public sealed partial class OrderPlacedMailTests
{
    public static TheoryData<string> AllLanguages => ["en", "zh-Hant", "zh-Hans"];

    [Theory]
    [InlineData(
        "en", "Tuesday, March 16, 2027", "Event Center Premium Assist", "Japanese", "1 hour 30 minutes",
        "100% of the fee")]
    [InlineData("zh-Hant", "2027年3月16日", "EC 高級", "日文", "1 小時 30 分鐘", "費用的 100%")]
    [InlineData("zh-Hans", "2027年3月16日", "EC 高级", "日文", "1 小时 30 分钟", "费用的 100%")]
    public void Both_parts_hold_every_fact_of_the_order_in_its_language(string language, params string[] inItsLanguage)
    {
        var order = OrderMessages.Order(language);

        var content = OrderMessages.Render(OrderMessages.Placed(order));

        string[] facts =
        [
            order.RequestNumber.ToString(), "Northwind Traders", "America/New York (UTC−04:00)",
            SampleOrder.Event.Topic,
            "726401938", SampleOrder.Event.MeetingUrl, "1,350", "Hannah Brooks", "Sophia Grant", "Welcome", "Questions",
            "MP4",
            "Please call & ask", "USD\u00a01,250.00", "USD\u00a060.50", "USD\u00a0270.00", "USD\u00a01,580.50",
            "Pat Producer", "pat@portal.example", "+1 555 0199", "coordinators@portal.example",
            .. inItsLanguage,
        ];
        Assert.All(facts, fact => Assert.Contains(Squeeze(fact), Squeeze(content.Text), StringComparison.Ordinal));
        Assert.All(
            facts, fact => Assert.Contains(Squeeze(fact), Squeeze(TextOf(content.Html)), StringComparison.Ordinal));
        Assert.Contains(
            "https://portal.example/base/assist/manage/open?token=mailed-order-access-token",
            content.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "href=\"https://portal.example/base/assist/manage/open?token=mailed-order-access-token\"",
            content.Html,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Nothing_is_left_unresolved(string language)
    {
        var mail = OrderMessages.Placed(OrderMessages.Order(language));
        var content = OrderMessages.Render(mail);

        foreach (var part in new[] { mail.Subject, content.Text, content.Html, content.Calendar! })
        {
            Assert.DoesNotMatch(Placeholder(), part);
            Assert.DoesNotMatch(Key(), part);
        }
    }

    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void A_Chinese_mail_holds_no_English_words_of_the_portals(string language)
    {
        var content = OrderMessages.Render(OrderMessages.Placed(OrderMessages.Order(language)));

        foreach (var word in new[]
        {
            "order",
            "producer",
            "event",
            "fee",
            "before",
            "March",
            "Tuesday",
            "Request",
            "AM",
            "PM",
        })
        {
            Assert.DoesNotMatch($@"(?<![\w@./-]){word}(?![\w@./-])", TextOf(content.Html));
        }
    }

    [Fact]
    public void It_goes_to_the_contact_once_per_state_of_the_calendar_entry()
    {
        var order = OrderMessages.Order("zh-Hant");

        var mail = OrderMessages.Placed(order);

        Assert.Equal(
            ("order.placed", order.Id.ToString(), 0, "host@demo.example", "zh-Hant"),
            (mail.Cause, mail.SubjectId, mail.Revision, mail.Recipient, mail.Language));
        Assert.Contains(order.RequestNumber.ToString(), mail.Subject, StringComparison.Ordinal);
        Assert.Contains(SampleOrder.Event.Topic, mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void The_orders_language_holds_whatever_the_current_one_is()
    {
        using var current = MailCulture.Of("zh-Hans");

        var mail = OrderMessages.Placed(OrderMessages.Order("en"));

        Assert.StartsWith("Your Assist Services order", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("zh-Hans", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void What_the_host_left_empty_is_left_out()
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with
        {
            Event = new EventDetails { Topic = "Short", ExpectedAttendees = 1 }, SessionWishes = [],
        });

        var text = OrderMessages.Render(OrderMessages.Placed(order)).Text;

        foreach (var label in new[]
        {
            "Meeting number",
            "Meeting link",
            "Presenters",
            "Agenda",
            "Wished times",
            "Other comments",
            "You asked for",
        })
        {
            Assert.DoesNotContain(label, text, StringComparison.Ordinal);
        }

        Assert.Contains("No recording", text, StringComparison.Ordinal);
        Assert.Contains("Language of assistance: English", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wishes_stand_in_the_events_wall_clock_and_their_order()
    {
        var text = OrderMessages.Render(OrderMessages.Placed(OrderMessages.Order("en"))).Text;

        var first = text.IndexOf("March 10, 2027", StringComparison.Ordinal);
        Assert.InRange(first, 0, text.IndexOf("March 11, 2027", StringComparison.Ordinal));
    }

    [Fact]
    public void Terms_are_told_as_dates_with_offsets()
    {
        var text = OrderMessages.Render(OrderMessages.Placed(OrderMessages.Order("en"))).Text;

        Assert.Contains(
            Squeeze(
                "- Free until Tuesday, March 9, 2027, 10:30PM (UTC−05:00) "
                    + "- 50% of the fee until Sunday, March 14, 2027, 11:30PM (UTC−04:00) "
                    + "- 100% of the fee after that"),
            Squeeze(text),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_host_typed_is_no_markup() =>
        Assert.DoesNotContain(
            "<launch>",
            OrderMessages.Render(OrderMessages.Placed(OrderMessages.Order("en"))).Html,
            StringComparison.Ordinal);

    [Fact]
    public void The_calendar_part_invites_the_contact()
    {
        var order = OrderMessages.Order("en");
        var mail = OrderMessages.Placed(order);

        Assert.Equal(CalendarMethod.Request, mail.Calendar?.Method);
        var calendar = OrderMessages.Render(mail).Calendar!.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", calendar, StringComparison.Ordinal);
        Assert.Contains($"UID:{order.CalendarUid}", calendar, StringComparison.Ordinal);
        Assert.Contains("mailto:host@demo.example", calendar, StringComparison.Ordinal);
        Assert.Contains("CN=\"Hannah Brooks\"", calendar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王", "小明", "王小明，您好")]
    [InlineData("Brooks", "Hannah", "Hannah Brooks，您好")]
    public void A_Chinese_mail_greets_everybody_as_their_name_is_written(string last, string first, string greeting)
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with
        {
            PageLanguage = "zh-Hant", Contact = SampleOrder.Contact with { FirstName = first, LastName = last },
        });

        Assert.Contains(greeting, OrderMessages.Render(OrderMessages.Placed(order)).Text, StringComparison.Ordinal);
    }

    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Style().Replace(html, ""), " "));

    /// <summary>Lines may be broken anywhere between words.</summary>
    private static string Squeeze(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    [GeneratedRegex(@"\{\d", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b(Word|Fee|Placed|Terms|Recording|Length|Extra|State|Calendar|Footer)\.[A-Z]\w+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Key();

    [GeneratedRegex("<style.*?</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Style();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Tag();
}
