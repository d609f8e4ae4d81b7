using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class AvailabilityValidatorTests : IDisposable
{
    private const string LongLabel = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.";

    private readonly MailCulture culture = MailCulture.Of("en");
    private readonly AvailabilityValidator validator = new(
        Localizers.Of<OrderingTexts>(), Localizers.Of<TimesTexts>(), Localizers.Of<SharedTexts>());

    public void Dispose() => culture.Dispose();

    [Fact]
    public void A_complete_form_passes() => Assert.True(validator.Validate(Complete()).IsValid);

    [Fact]
    public void An_empty_form_is_told_field_by_field_in_words_that_say_what_to_do()
    {
        var errors = validator.Validate(new AvailabilityInput()).Errors;

        Assert.Equal(
            [
                "FirstName", "LastName", "Phone", "Email", "Company", "SiteId", "PackageCode", "StartDate", "StartTime",
                "TimeZone", "DurationMinutes",
            ],
            errors.Select(error => error.PropertyName));
        Assert.All(errors, error => Assert.Matches("^(Enter|Choose) .+\\.$", error.ErrorMessage));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Names_have_up_to_sixty_characters_not_counting_spaces_around(int length, bool fits)
    {
        var input = Complete();
        (input.FirstName, input.LastName) = ($"  {new string('é', length)} ", new string('王', length));

        var result = validator.Validate(input);

        var expected = fits ? null : "Use 60 characters at most: 1 too many now.";
        Assert.Equal((expected, expected), (result.ErrorOf("FirstName"), result.ErrorOf("LastName")));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("a\u009fb")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\nb")]
    public void Signs_that_cant_be_shown_are_refused(string typed)
    {
        var input = Complete();
        (input.FirstName, input.Company) = (typed, typed);

        var result = validator.Validate(input);

        Assert.StartsWith("This text holds characters", result.ErrorOf("FirstName"), StringComparison.Ordinal);
        Assert.StartsWith("This text holds characters", result.ErrorOf("Company"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O'Neill-Østergård")]
    [InlineData("王小明")]
    [InlineData("مريم")]
    [InlineData("👩‍💻")]
    [InlineData("<b>")]
    public void Any_name_in_any_script_is_one(string typed)
    {
        var input = Complete();
        input.FirstName = typed;

        Assert.Null(validator.Validate(input).ErrorOf("FirstName"));
    }

    [Theory]
    [InlineData("+1 (555) 010-0100")]
    [InlineData("+886 2 5550 0100 x123")]
    [InlineData("02.5550.0100")]
    [InlineData("12345")]
    [InlineData("（０２）５５５０－０１００")]
    [InlineData("+12345678901234567890123456789")]
    [InlineData("02 2345 6789 #12")] // J14
    [InlineData("02 2345 6789 ext. 123")] // J14
    [InlineData("+1 212 555 0142 x123")]
    [InlineData("02 2345 6789 分機 12")] // J14
    [InlineData("(02) 2345-6789＃12")] // J14
    [InlineData("010 2345 6789 转12")] // J14
    public void Phone_numbers_are_taken_in_every_usual_form(string typed) => Assert.Null(PhoneError(typed));

    [Theory]
    [InlineData("1234")]
    [InlineData("+()-.")]
    [InlineData("call me 12345")]
    [InlineData("+123456789012345678901234567890")]
    [InlineData("12345;67890")]
    [InlineData("123\n456")]
    [InlineData("123\t456")]
    public void No_other_phone_number_is_taken(string typed) =>
        Assert.StartsWith("Enter a phone number of 5 to 30 characters", PhoneError(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("host@demo.example")]
    [InlineData(" First.Last+tag@sub.demo.example ")]
    [InlineData("ｈｏｓｔ＠ｄｅｍｏ．ｅｘａｍｐｌｅ")]
    [InlineData("o'neill@demo.example")]
    public void Mail_addresses_are_taken(string typed) => Assert.Null(EmailError(typed));

    [Theory]
    [InlineData("host")]
    [InlineData("host@demo")]
    [InlineData("@demo.example")]
    [InlineData("host@demo..example")]
    [InlineData("ho st@demo.example")]
    [InlineData("host@demo.example\nBcc: x@y.example")]
    [InlineData("Host <host@demo.example>")]
    [InlineData("host@demo.example, x@y.example")]
    [InlineData("höst@demo.example")]
    [InlineData("host@[192.0.2.1]")]
    [InlineData("host@192.0.2.1")]
    [InlineData("host@demo_x.example ;")]
    public void What_no_mail_server_delivers_to_is_refused(string typed) =>
        Assert.Equal("Enter an email address in the form name@example.com.", EmailError(typed));

    [Fact]
    public void A_mail_address_has_up_to_254_characters()
    {
        var domain = string.Concat(Enumerable.Repeat(LongLabel, 4)) + "example";
        var longest = new string('h', 254 - domain.Length - 1) + "@" + domain;

        Assert.Null(EmailError(longest));
        Assert.Equal("Use 254 characters at most.", EmailError("h" + longest));
    }

    [Theory]
    [InlineData("2027-02-30", "That day does not exist.")] // J16
    [InlineData("16 March", "Enter the start date as year-month-day, for example 2027-03-16.")]
    [InlineData("  ", "Enter the start date.")]
    [InlineData("2027/3/16", null)]
    public void A_start_date_is_a_date(string typed, string? error)
    {
        var input = Complete();
        input.StartDate = typed;

        Assert.Equal(error, validator.Validate(input).ErrorOf("StartDate"));
    }

    [Theory]
    [InlineData("９：４５", null)]
    [InlineData("00:00", null)]
    [InlineData("23:45", null)]
    [InlineData("", "Enter the start time.")]
    [InlineData("noon", "Enter the start time as hours and minutes, for example 09:30.")]
    [InlineData("09:10", "Enter a start time on the quarter hour, for example 09:15.")]
    [InlineData("09:15:30", "Enter a start time on the quarter hour, for example 09:15.")]
    public void A_start_time_is_on_the_quarter_hour(string typed, string? error)
    {
        var input = Complete();
        input.StartTime = typed;

        Assert.Equal(error, validator.Validate(input).ErrorOf("StartTime"));
    }

    [Theory]
    [InlineData("Asia/Taipei", null)]
    [InlineData(" ", "Enter the time zone.")]
    [InlineData("Taipei", null)]
    [InlineData("Germany", "Several places go by that name. Choose yours.")]
    [InlineData(
        "Mars/Base",
        "No such place or time zone is known. Type a large city of the same time zone, a country, or an offset such as "
            + "UTC+8.")]
    public void A_time_zone_is_a_known_one(string typed, string? error)
    {
        var input = Complete();
        input.TimeZone = typed;

        Assert.Equal(error, validator.Validate(input).ErrorOf("TimeZone"));
    }

    [Theory]
    [InlineData("30", true)]
    [InlineData("45", true)]
    [InlineData("７２０", true)]
    [InlineData("15", false)]
    [InlineData("735", false)]
    [InlineData("40", false)]
    [InlineData("-60", false)]
    [InlineData("1.5", false)]
    [InlineData("an hour", false)]
    public void A_duration_is_30_to_720_minutes_in_steps_of_15(string typed, bool valid)
    {
        var input = Complete();
        input.DurationMinutes = typed;

        Assert.Equal(
            valid ? null : "The duration is 30 to 720 minutes, in steps of 15.",
            validator.Validate(input).ErrorOf("DurationMinutes"));
    }

    private string? PhoneError(string typed)
    {
        var input = Complete();
        input.Phone = typed;
        return validator.Validate(input).ErrorOf("Phone");
    }

    private string? EmailError(string typed)
    {
        var input = Complete();
        input.Email = typed;
        return validator.Validate(input).ErrorOf("Email");
    }

    private static AvailabilityInput Complete() => new()
    {
        FirstName = "Hannah",
        LastName = "Brooks",
        Phone = "+1 555 0100",
        Email = "host@demo.example",
        Company = "Northwind",
        SiteId = "1",
        PackageCode = "ec-premium",
        StartDate = "2027-03-16",
        StartTime = "09:30",
        TimeZone = "America/New_York",
        DurationMinutes = "60",
    };
}
