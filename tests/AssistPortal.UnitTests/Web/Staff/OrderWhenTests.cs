using AssistPortal.Web.Features.Staff.Orders.List;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Web.Staff;

public sealed class OrderWhenTests
{
    [Theory]
    [InlineData("today", "2027-03-10", "2027-03-10", "2027-03-10")]
    [InlineData("tomorrow", "2027-12-31", "2028-01-01", "2028-01-01")]
    [InlineData("this-week", "2027-03-08", "2027-03-08", "2027-03-14")]
    [InlineData("this-week", "2027-03-14", "2027-03-08", "2027-03-14")]
    [InlineData("THIS-WEEK", "2027-03-10", "2027-03-08", "2027-03-14")]
    [InlineData("next-week", "2027-03-14", "2027-03-15", "2027-03-21")]
    [InlineData("last-week", "2027-01-01", "2026-12-21", "2026-12-27")]
    public void Days_are_counted_from_today_and_weeks_from_Monday(
        string choice, string today, string first, string last)
    {
        var days = OrderWhen.DaysOf(choice, Day(today));

        Assert.Equal(new DateInterval(Day(first), Day(last)), days);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("someday")]
    public void Anything_else_means_no_days(string? choice) =>
        Assert.Null(OrderWhen.DaysOf(choice, new LocalDate(2027, 3, 10)));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
