using static AssistPortal.UnitTests.Web.Ordering.EventInformationForm;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class EventInformationValidatorTests
{
    [Fact]
    public void Topic_and_attendees_are_enough() => Assert.True(Validate(Complete()).IsValid);

    [Fact]
    public void Without_them_the_form_is_told_what_is_missing()
    {
        var result = Validate(new());

        Assert.Equal(["Topic", "ExpectedAttendees"], result.Errors.Select(error => error.PropertyName));
        Assert.Equal("Enter the topic of the event.", result.ErrorOf("Topic"));
        Assert.Equal("Enter how many attendees you expect.", result.ErrorOf("ExpectedAttendees"));
    }

    [Theory]
    [InlineData("Topic", 128)]
    [InlineData("Presenters", 500)]
    [InlineData("Agenda", 1_300)]
    [InlineData("OtherComments", 2_000)]
    public void Texts_have_their_bounds_and_a_line_end_counts_once(string field, int length)
    {
        var longest = (field == "Topic" ? "a " : "a\r\n") + new string('b', length - 2);

        Assert.Null(Error(field, input => Set(input, field, $" {longest} ")));
        Assert.Equal(
            $"Use {length:N0} characters at most: 1 too many now.".Replace(",", "", StringComparison.Ordinal),
            Error(field, input => Set(input, field, longest + "c")));
        Assert.StartsWith(
            "This text holds characters", Error(field, input => Set(input, field, "a\0b")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" reports@customer.example ", true)]
    [InlineData("reports", false)]
    [InlineData("reports@customer", false)]
    public void Who_gets_the_report_may_be_left_open(string typed, bool valid) =>
        Assert.Equal(valid, Error("ReportEmail", input => input.ReportEmail = typed) is null);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    public void A_topic_is_one_line(string typed) =>
        Assert.StartsWith(
            "This text holds characters", Error("Topic", input => input.Topic = typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("", true)]
    [InlineData("726401938", true)]
    [InlineData("726 401 938", true)]
    [InlineData("７２６－４０１－９３８", true)]
    [InlineData("72640193801", true)]
    [InlineData("72640193", false)]
    [InlineData("726401938012", false)]
    [InlineData("72640193a", false)]
    [InlineData("٧٢٦٤٠١٩٣٨", false)]
    public void A_meeting_number_has_9_to_11_digits(string typed, bool valid) =>
        Assert.Equal(
            valid ? null : "Enter a meeting number of 9 to 11 digits.",
            Error("MeetingNumber", input => input.MeetingNumber = typed));

    [Theory]
    [InlineData("")]
    [InlineData("https://northwind.meetings.example/m/1?a=1&b=2")]
    [InlineData("HTTPS://NorthWind.Meetings.Example/M")]
    [InlineData(" https://northwind.meetings.example ")]
    [InlineData("ｈｔｔｐｓ：／／northwind.meetings.example/m")]
    public void A_meeting_link_leads_to_the_site(string typed) => Assert.Null(LinkError(typed));

    [Theory]
    [InlineData("http://northwind.meetings.example/m")]
    [InlineData("northwind.meetings.example/m")]
    [InlineData("https://northwind.meetings.example.evil.example/m")]
    [InlineData("https://evil.example/northwind.meetings.example")]
    [InlineData("https://evil.example\\@northwind.meetings.example/")]
    [InlineData("https://user:word@northwind.meetings.example/m")]
    [InlineData("javascript:alert(1)//northwind.meetings.example")]
    [InlineData("https://northwind.meetings.example/\0")]
    [InlineData("https://northwind.meetings.example/a\nb")]
    [InlineData("https://northwind.meetings.example/a b")]
    public void No_other_link_is_taken(string typed) =>
        Assert.Equal("Enter a link that begins with https://northwind.meetings.example/.", LinkError(typed));

    [Fact]
    public void A_meeting_link_has_up_to_500_characters()
    {
        var longest = "https://northwind.meetings.example/".PadRight(500, 'a');

        Assert.Null(LinkError(longest));
        Assert.Equal("Use 500 characters at most.", LinkError(longest + "a"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("10,000", true)]
    [InlineData("１０００", true)]
    [InlineData("0", false)]
    [InlineData("10001", false)]
    [InlineData("-5", false)]
    [InlineData("many", false)]
    [InlineData("99999999999", false)]
    public void Attendees_are_1_to_10000(string typed, bool valid)
    {
        var error = Error("ExpectedAttendees", input => input.ExpectedAttendees = typed);

        Assert.Equal(valid, error is null);
        Assert.True(valid || error!.Contains("a whole number from 1 to 10,000", StringComparison.Ordinal), error);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Mp4", true)]
    [InlineData("mp4", true)]
    [InlineData("None", true)]
    [InlineData("1", false)]
    [InlineData("Vhs", false)]
    [InlineData("Mp4, Arf", false)]
    public void A_recording_format_is_one_of_the_list(string? typed, bool valid) =>
        Assert.Equal(
            valid ? null : "Choose a recording format from the list.",
            Error("RecordingFormat", input => input.RecordingFormat = typed));

    [Theory]
    [InlineData(null, true)]
    [InlineData("en", true)]
    [InlineData("zh-Hant", true)]
    [InlineData("zh-hant", false)]
    [InlineData("sv", false)]
    [InlineData("x", false)]
    public void A_language_is_one_of_the_list(string? typed, bool valid) =>
        Assert.Equal(
            valid ? null : "Choose a language from the list.", Error("Language", input => input.Language = typed));

    [Theory]
    [InlineData("ConsultationHours")]
    [InlineData("RehearsalHours")]
    [InlineData("RecordingEditingHours")]
    [InlineData("RegistrationManagementHours")]
    public void Hours_of_extras_go_in_half_hours(string field)
    {
        Assert.All(["", "0", "1.5", "2", "12"], typed => Assert.Null(Error(field, input => Set(input, field, typed))));
        Assert.All(
            ["0.25", "12.5", "-1", "two", "1,5", "1e1"],
            typed => Assert.Equal("Choose hours from the list.", Error(field, input => Set(input, field, typed))));
    }

    [Theory]
    [InlineData("SessionWish1")]
    [InlineData("SessionWish2")]
    [InlineData("SessionWish3")]
    public void A_wish_lies_between_now_and_the_events_start(string field)
    {
        Assert.All(
            ["", "2026-12-01T04:15", "2027-03-16T23:15", "2027/3/16 9:00"],
            typed => Assert.Null(Error(field, input => Set(input, field, typed))));
        Assert.All(
            ["2026-12-01T04:00", "2027-03-16T23:30", "2028-01-01T00:00"],
            typed => Assert.StartsWith(
                "Choose a time from now until the start of the event, Tuesday, March 16, 2027, 11:30",
                Error(field, input => Set(input, field, typed)),
                StringComparison.Ordinal));
        Assert.All(
            ["soon", "2027-03-10", "2027-02-30T09:00"],
            typed => Assert.StartsWith(
                "Enter date and time", Error(field, input => Set(input, field, typed)), StringComparison.Ordinal));
    }

    private static string? LinkError(string typed) => Error("MeetingUrl", input => input.MeetingUrl = typed);

    private static void Set(object input, string field, string? typed) =>
        input.GetType().GetProperty(field)!.SetValue(input, typed);
}
