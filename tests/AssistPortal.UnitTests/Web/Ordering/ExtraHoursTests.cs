using AssistPortal.Web.Features.Ordering;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class ExtraHoursTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(" ", 0)]
    [InlineData("0", 0)]
    [InlineData("0.5", 30)]
    [InlineData("1.5", 90)]
    [InlineData("１．５", 90)]
    [InlineData("2.50", 150)]
    [InlineData("12", 720)]
    public void Half_hours_are_read(string? typed, int minutes) => Assert.Equal(minutes, ExtraHours.Minutes(typed));

    [Theory]
    [InlineData("0.25")]
    [InlineData("12.5")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1h")]
    [InlineData("79228162514264337593543950335")]
    public void Nothing_else_is(string typed) => Assert.Null(ExtraHours.Minutes(typed));

    [Fact]
    public void What_may_be_chosen_is_written_and_read_back_and_is_never_less_than_the_minimum() =>
        Prop.ForAll(Gen.Choose(1, 24).Select(halves => halves * 30).ToArbitrary(), minimum =>
        {
            var choices = ExtraHours.Choices(minimum).ToList();
            Assert.Equal(minimum, choices[0]);
            Assert.All(choices, minutes => Assert.Equal(minutes, ExtraHours.Minutes(ExtraHours.Text(minutes))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_minimum_of_an_hour_and_a_half_offers_up_to_eight_hours() =>
        Assert.Equal(Enumerable.Range(3, 14).Select(halves => halves * 30), ExtraHours.Choices(90));
}
