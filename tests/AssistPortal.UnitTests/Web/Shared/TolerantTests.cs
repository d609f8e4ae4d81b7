using AssistPortal.Web.Shared.Forms;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class TolerantTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  a b \u3000", "a b")]
    [InlineData("\r\na\r\nb\r\n", "a\nb")]
    [InlineData("ＡＢＣ１", "ＡＢＣ１")]
    public void Text_loses_spaces_around_and_keeps_its_signs(string? typed, string expected) =>
        Assert.Equal(expected, Tolerant.Text(typed));

    [Theory]
    [InlineData("　ｈｏｓｔ＠ｄｅｍｏ．ｅｘａｍｐｌｅ ", "host@demo.example")]
    [InlineData("＋８８６　２", "+886 2")]
    [InlineData("\u200bhost@\u2060demo.example\ufeff", "host@demo.example")]
    [InlineData(null, "")]
    public void A_code_may_be_typed_full_width(string? typed, string expected) =>
        Assert.Equal(expected, Tolerant.Code(typed));

    [Theory]
    [InlineData("user@bücher.de", "user@xn--bcher-kva.de")]
    [InlineData("user@xn--bcher-kva.de", "user@xn--bcher-kva.de")]
    [InlineData(" Ｕｓｅｒ＠例子.测试", "User@xn--fsqu00a.xn--0zwm56d")]
    [InlineData("Host@Demo.example", "Host@Demo.example")]
    [InlineData("名前@demo.example", "名前@demo.example")]
    [InlineData("user@ü..de", "user@ü..de")]
    [InlineData("ü", "ü")]
    [InlineData(null, "")]
    public void J12_An_address_has_one_form_whatever_its_domain_is_written_in(string? typed, string expected) =>
        Assert.Equal(expected, Tolerant.Email(typed));

    [Theory]
    [InlineData("726 401-938", "726401938")]
    [InlineData("７２６　４０１－９３８", "726401938")]
    [InlineData(null, "")]
    public void Digits_may_be_grouped(string? typed, string expected) => Assert.Equal(expected, Tolerant.Digits(typed));

    [Theory]
    [InlineData("2027-03-06")]
    [InlineData(" 2027-3-6 ")]
    [InlineData("2027/3/6")]
    [InlineData("2027/03/06")]
    [InlineData("2027.3.6")]
    [InlineData("2027年3月6日")]
    [InlineData("2027年03月06日")]
    [InlineData("２０２７－０３－０６")]
    [InlineData("２０２７年３月６日")]
    public void A_date_is_read_in_every_usual_form(string typed) =>
        Assert.Equal(new LocalDate(2027, 3, 6), Tolerant.Date(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2027-02-29")]
    [InlineData("2027-13-01")]
    [InlineData("06.03.2027")]
    [InlineData("3/6/2027")]
    [InlineData("27-03-06")]
    [InlineData("tomorrow")]
    public void What_may_be_another_date_is_not_guessed(string? typed) => Assert.Null(Tolerant.Date(typed));

    [Theory]
    [InlineData("2027-02-29", true)]
    [InlineData("2027/13/1", true)]
    [InlineData("2027年2月30日", true)]
    [InlineData("２０２７．２．２９", true)]
    [InlineData("2028-02-29", false)]
    [InlineData("2027-2/29", false)]
    [InlineData("27-02-29", false)]
    [InlineData("", false)]
    public void A_date_of_no_calendar_is_told_from_one_that_cannot_be_read(string typed, bool isNoDay) => // J16
        Assert.Equal(isNoDay, Tolerant.IsNoDay(typed));

    [Theory]
    [InlineData("09:30")]
    [InlineData("9:30")]
    [InlineData(" 9.30")]
    [InlineData("09:30:00")]
    [InlineData("９：３０")]
    public void A_time_is_read_in_every_usual_form(string typed) =>
        Assert.Equal(new LocalTime(9, 30), Tolerant.Time(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("24:00")]
    [InlineData("9:60")]
    [InlineData("930")]
    [InlineData("9")]
    [InlineData("9:30 pm")]
    [InlineData("-9:30")]
    public void No_other_time_is_read(string? typed) => Assert.Null(Tolerant.Time(typed));

    [Theory]
    [InlineData("2027-03-10T14:00")]
    [InlineData("2027-03-10 14:00")]
    [InlineData("2027-03-10  14:00")]
    [InlineData("２０２７／３／１０　１４：００")]
    [InlineData("2027-03-10T14:00:00")]
    public void Date_and_time_are_read_together(string typed) =>
        Assert.Equal(new LocalDateTime(2027, 3, 10, 14, 0), Tolerant.DateAndTime(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("2027-03-10")]
    [InlineData("14:00")]
    [InlineData("T")]
    [InlineData("2027-03-10T25:00")]
    [InlineData("2027-03-10T14:00Z")]
    public void A_part_alone_is_no_date_and_time(string? typed) => Assert.Null(Tolerant.DateAndTime(typed));

    [Theory]
    [InlineData("60", 60)]
    [InlineData(" 1,000 ", 1000)]
    [InlineData("１０，０００", 10_000)]
    [InlineData("1 000", 1000)]
    [InlineData("007", 7)]
    public void A_number_is_read_with_its_groups(string typed, int expected) =>
        Assert.Equal(expected, Tolerant.Number(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("12a")]
    [InlineData("99999999999")]
    [InlineData("+5")]
    [InlineData("-5")]
    [InlineData("1-5")]
    public void No_other_number_is_read(string? typed) => Assert.Null(Tolerant.Number(typed));

    [Theory]
    [InlineData(" America/New_York ", "America/New_York")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    [InlineData("Taipei", "Asia/Taipei")]
    [InlineData("台灣", "Asia/Taipei")]
    [InlineData("St. John's", "America/St_Johns")]
    public void A_zone_goes_by_its_IANA_id_or_a_place_that_is_the_only_one_of_its_name(string typed, string id) =>
        Assert.Equal(id, Tolerant.Zone(typed)?.Id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Germany")]
    [InlineData("UTC+8")]
    [InlineData("Mars/Base")]
    public void No_other_zone_is_known(string? typed) => Assert.Null(Tolerant.Zone(typed));

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("a\uFFFFb")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00 x")]
    [InlineData("\0")]
    public void Signs_that_are_no_text_make_nothing_throw(string typed) => ReadAll(typed);

    [Fact]
    public void Nothing_that_can_be_typed_makes_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ReadAll).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Every_date_and_time_is_read_back_as_it_is_written() =>
        Prop.ForAll(
            (from day in Gen.Choose(0, 20_000) from minute in Gen.Choose(0, 1_439) select (day, minute)).ToArbitrary(),
            drawn =>
            {
                var time = new LocalDate(1990, 1, 1).PlusDays(drawn.day).AtMidnight().PlusMinutes(drawn.minute);
                Assert.Equal(time, Tolerant.DateAndTime($"{time.Date:uuuu-MM-dd}T{time.TimeOfDay:HH:mm}"));
                Assert.Equal(time, Tolerant.DateAndTime($"{time.Date:uuuu/M/d} {time.TimeOfDay:H:mm}"));
            }).QuickCheckThrowOnFailure();

    private static void ReadAll(string typed)
    {
        _ = Tolerant.Text(typed);
        _ = Tolerant.Code(typed);
        _ = Tolerant.Digits(typed);
        _ = Tolerant.DateAndTime(typed);
        _ = Tolerant.Date(typed);
        _ = Tolerant.Time(typed);
        _ = Tolerant.Number(typed);
        _ = Tolerant.Zone(typed);
    }
}
