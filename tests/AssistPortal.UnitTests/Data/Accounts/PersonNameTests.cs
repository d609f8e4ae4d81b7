using AssistPortal.Data.Accounts;

namespace AssistPortal.UnitTests.Data.Accounts;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Hannah", "Brooks", "Hannah Brooks")]
    [InlineData("小明", "王", "王小明")]
    [InlineData("Hannah", "", "Hannah")]
    [InlineData("", "Brooks", "Brooks")]
    public void A_name_stands_as_its_script_has_it(string first, string last, string name) =>
        Assert.Equal(name, PersonName.Of(first, last));

    [Theory]
    [InlineData("Hannah", "Brooks", "Hannah Brooks")]
    [InlineData("", "", "h@customer.example")]
    public void Who_has_no_name_is_called_by_the_address(string first, string last, string called) =>
        Assert.Equal(called, PersonName.Of(new PortalUser(first, last) { Email = "h@customer.example" }));

    [Theory]
    [InlineData("", "", "")]
    [InlineData(" Hannah ", "Hannah", "")]
    [InlineData("Hannah Maria  Brooks", "Hannah Maria", "Brooks")]
    [InlineData("王小明", "王小明", "")]
    public void A_name_that_was_written_in_one_is_parted_at_its_last_blank(string name, string first, string last) =>
        Assert.Equal((first, last), PersonName.Split(name));

    [Fact]
    public void Parts_that_are_too_long_for_an_account_are_cut() =>
        Assert.Equal(
            (new string('a', PortalUser.NameLength), new string('b', PortalUser.NameLength)),
            PersonName.Split($"{new string('a', 61)} {new string('b', 61)}"));
}
