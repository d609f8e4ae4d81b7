using AssistPortal.Data.Accounts;

namespace AssistPortal.UnitTests.Data.Accounts;

public sealed class PortalUserTests
{
    private static readonly string TooLong = new('x', PortalUser.CompanyLength + 1);

    private readonly PortalUser user = new("Hannah", "Brooks", "Northwind");

    [Fact]
    public void Texts_that_the_columns_do_not_hold_are_refused_and_change_nothing()
    {
        Assert.Throws<ArgumentException>(() => user.Rename("Hanna", TooLong));
        Assert.Throws<ArgumentException>(() => user.Rename(TooLong, "Brook"));
        Assert.Throws<ArgumentException>(() => user.WorkFor(TooLong));
        Assert.Throws<ArgumentException>(() => user.ChooseLanguage(""));
        Assert.Throws<ArgumentException>(() => user.ChooseLanguage(TooLong));
        Assert.Throws<ArgumentException>(() => user.ChooseTimeZone("Nowhere/Land"));
        Assert.Equal(
            ("Hannah", "Brooks", "Northwind", null, null),
            (user.FirstName, user.LastName, user.Company, user.Language, user.TimeZone));
    }

    [Fact]
    public void Language_and_zone_may_be_left_to_the_browser()
    {
        user.ChooseLanguage("zh-Hant");
        user.ChooseTimeZone("Asia/Taipei");
        Assert.Equal(("zh-Hant", "Asia/Taipei"), (user.Language, user.TimeZone));
        user.ChooseLanguage(null);
        user.ChooseTimeZone(null);
        Assert.Equal((null, null), (user.Language, user.TimeZone));
    }
}
