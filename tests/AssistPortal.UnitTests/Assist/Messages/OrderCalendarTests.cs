using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Messages;

public sealed class OrderCalendarTests
{
    [Theory]
    [InlineData("en", "Request number", "Producer", "Update or cancel")]
    [InlineData("zh-Hant", "請求號碼", "製作人", "更新或取消")]
    [InlineData("zh-Hans", "请求号码", "制作人", "更新或取消")]
    public void A_file_to_download_holds_the_event_in_the_current_language(string language, params string[] words)
    {
        using var culture = MailCulture.Of(language);
        var order = OrderMessages.Order("en");

        var file = Unfolded(order);

        string[] lines =
        [
            "METHOD:PUBLISH", $"UID:{order.CalendarUid}", "SEQUENCE:0", "DTSTART:20270317T033000Z",
            "DTEND:20270317T050000Z",
            "DTSTAMP:20261201T090000Z", "STATUS:CONFIRMED",
            "ORGANIZER;CN=\"AssistPortal\":mailto:assist@portal.example",
            $"LOCATION:{SampleOrder.Event.MeetingUrl}",
            $"URL:https://portal.example/base/assist/manage/{order.RequestNumber}/availability",
        ];
        Assert.All(lines, line => Assert.Contains($"\r\n{line}\r\n", file, StringComparison.Ordinal));
        string[] facts =
            [.. words, order.RequestNumber.ToString(), "Pat Producer", "https://portal.example/base/assist/manage"];
        Assert.All(facts, fact => Assert.Contains(fact, Line(file, "DESCRIPTION"), StringComparison.Ordinal));
        Assert.Contains("Spring <launch>\\; with \"guests\"\\, 春季", Line(file, "SUMMARY"), StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_meeting_link_there_is_no_location()
    {
        var order = OrderMessages.Order("en", new EventDetails { Topic = "Short", ExpectedAttendees = 1 });

        Assert.DoesNotContain("LOCATION", Unfolded(order), StringComparison.Ordinal);
    }

    private static string Line(string file, string name) =>
        file.Split("\r\n").Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal));

    private static string Unfolded(Order order) =>
        OrderMessages.Calendar.Publish(OrderMessages.Whole(order)).Replace("\r\n ", "", StringComparison.Ordinal);
}
