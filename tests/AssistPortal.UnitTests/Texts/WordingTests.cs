using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Templates;
using NodaTime;

namespace AssistPortal.UnitTests.Texts;

public sealed class WordingTests
{
    private readonly Wording wording = new(Localizers.Of<AssistTexts>());

    [Theory]
    [InlineData("en", 60, "1 hour")]
    [InlineData("en", 45, "45 minutes")]
    [InlineData("en", 120, "2 hours")]
    [InlineData("en", 75, "1 hour 15 minutes")]
    [InlineData("en", 390, "6 hours 30 minutes")]
    [InlineData("en", 0, "0 minutes")]
    [InlineData("zh-Hant", 90, "1 小時 30 分鐘")]
    [InlineData("zh-Hans", 120, "2 小时")]
    public void A_length_is_told_in_hours_and_minutes(string language, int minutes, string expected)
    {
        using var culture = MailCulture.Of(language);

        Assert.Equal(expected, wording.Length(minutes));
    }

    [Theory]
    [InlineData("en", "Tuesday, March 16, 2027", "Tue, Mar 16", "Mar 2027", "2:30PM")]
    [InlineData("zh-Hant", "2027年3月16日星期二", "3月16日週二", "2027年3月", "下午2:30")]
    [InlineData("zh-Hans", "2027年3月16日星期二", "3月16日周二", "2027年3月", "14:30")]
    public void Dates_and_times_are_in_the_cultures_form(
        string language, string date, string shortDate, string month, string time)
    {
        using var culture = MailCulture.Of(language);
        var day = new LocalDate(2027, 3, 16);

        Assert.Equal(
            (Squeeze(date), Squeeze(shortDate), Squeeze(month), Squeeze(time)),
            (Squeeze(Wording.Date(day)), Squeeze(Wording.ShortDate(day)), Squeeze(Wording.Month(day)), Squeeze(
                Wording.Time(new LocalTime(14, 30)))));
    }

    [Theory]
    [InlineData("en", "AM12", "9", "PM12", "1")]
    [InlineData("zh-Hant", "上午12", "9", "下午12", "1")]
    [InlineData("zh-Hans", "0", "9", "12", "13")]
    public void Hours_on_an_axis_go_by_the_cultures_clock(string language, params string[] expected)
    {
        using var culture = MailCulture.Of(language);

        Assert.Equal(expected, new[] { 0, 9, 12, 13 }.Select(hour => Squeeze(Wording.Hour(new LocalTime(hour, 0)))));
    }

    [Theory]
    [InlineData("en", "English, Deutsch")]
    [InlineData("zh-Hant", "English、Deutsch")]
    [InlineData("zh-Hans", "English、Deutsch")]
    public void A_list_is_parted_in_the_cultures_way(string language, string expected)
    {
        using var culture = MailCulture.Of(language);

        Assert.Equal(expected, Wording.List(["English", "Deutsch"]));
    }

    [Fact]
    public void The_day_of_the_end_is_told_only_where_it_is_another()
    {
        using var culture = MailCulture.Of("en");
        var time =
            new EventTime { Start = Instant.FromUtc(2027, 3, 16, 22, 30), DurationMinutes = 60, TimeZone = "Etc/UTC" };

        Assert.Equal("Tuesday,March16,2027,10:30PM–11:30PM", Squeeze(Wording.Span(time)));
        Assert.Equal(
            "Tuesday,March16,2027,10:30PM–Wednesday,March17,2027,12:30AM",
            Squeeze(Wording.Span(time with { DurationMinutes = 120 })));
        Assert.Equal("10:30PM–11:30PM", Squeeze(Wording.SpanOfDay(time)));
        Assert.Equal( // J19
            "10:30PM–Wednesday,March17,2027,12:30AM",
            Squeeze(Wording.SpanOfDay(time with { DurationMinutes = 120 })));
    }

    [Theory]
    [InlineData(10, 31, "Sunday,October31,2027,2:30AM(UTC+02:00)–2:30AM(UTC+01:00)")]
    [InlineData(3, 28, "Sunday,March28,2027,1:30AM(UTC+01:00)–3:30AM(UTC+02:00)")]
    public void J5_Start_and_end_have_offsets_of_their_own_where_the_clock_changes_between(
        int month, int day, string expected)
    {
        using var culture = MailCulture.Of("en");
        var time = new EventTime
        {
            Start = Instant.FromUtc(2027, month, day, 0, 30), DurationMinutes = 60, TimeZone = "Europe/Berlin",
        };

        Assert.Equal(expected, Squeeze(Wording.Span(time)));
    }

    [Theory]
    [InlineData("America/New_York", 3, "America/New York (UTC−05:00)")]
    [InlineData("America/New_York", 7, "America/New York (UTC−04:00)")]
    [InlineData("Asia/Kolkata", 7, "Asia/Kolkata (UTC+05:30)")]
    [InlineData("Europe/London", 1, "Europe/London (UTC)")]
    public void A_zone_is_told_with_the_offset_of_that_date(string zone, int month, string expected) =>
        Assert.Equal(
            expected, Wording.Zone(Instant.FromUtc(2027, month, 1, 12, 0).InZone(DateTimeZoneProviders.Tzdb[zone])));

    [Fact]
    public void Terms_are_told_as_dates_each_with_the_offset_of_its_own_moment()
    {
        using var culture = MailCulture.Of("en");

        Assert.Equal(
            [
                Squeeze("Free until Tuesday, March 9, 2027, 8:00AM (UTC−05:00)"),
                Squeeze("50% of the fee until Monday, March 15, 2027, 9:00AM (UTC−04:00)"),
                Squeeze("100% of the fee after that"),
            ],
            Terms([(0, 100), (168, 0), (24, 50)]).Select(Squeeze));
        Assert.Equal(
            [
                Squeeze("50% of the fee until Monday, March 15, 2027, 9:00AM (UTC−04:00)"),
                Squeeze("100% of the fee after that"),
            ],
            Terms([(0, 100), (168, 0), (24, 50)], now: SampleStart - Duration.FromDays(3)).Select(Squeeze));
        Assert.Equal(["20% of the fee, whenever you cancel"], Terms([(0, 20)]));
        Assert.Equal(["Free, whenever you cancel"], Terms([]));
    }

    [Theory]
    [InlineData("zh-Hant", "2027年3月9日星期二 上午8:00 (UTC−05:00) 前：免費", "之後：費用的 100%")]
    [InlineData("zh-Hans", "2027年3月9日星期二 08:00 (UTC−05:00) 前：免费", "之后：费用的 100%")]
    public void Terms_are_told_in_the_words_of_the_language(string language, string first, string last)
    {
        using var culture = MailCulture.Of(language);

        Assert.Equal([Squeeze(first), Squeeze(last)], Terms([(0, 100), (168, 0)]).Select(Squeeze));
    }

    private static readonly Instant SampleStart = Instant.FromUtc(2027, 3, 16, 13, 0);

    private IEnumerable<string> Terms((int NoticeHours, int Percent)[] tiers, Instant? now = null) =>
        wording.CancellationTerms(
            new CancellationTerms(SampleStart, tiers),
            now ?? SampleStart - Duration.FromDays(30),
            DateTimeZoneProviders.Tzdb["America/New_York"]);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_language_of_assistance_has_a_name(string language)
    {
        using var culture = MailCulture.Of(language);
        var names = AssistLanguages.All.Select(Wording.Language).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(names, name => AssistLanguages.All.Contains(name, StringComparer.Ordinal));
        Assert.Equal(language != "en", names.TrueForAll(name => name.Any(ChineseScript.IsHan)));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
