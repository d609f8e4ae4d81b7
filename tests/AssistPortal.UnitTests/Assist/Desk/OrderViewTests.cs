using AssistPortal.Assist.Desk;
using AssistPortal.Data;

namespace AssistPortal.UnitTests.Assist.Desk;

public sealed class OrderViewTests
{
    [Theory]
    [InlineData("Mine", " mine ", true)]
    [InlineData("Mine", "ｍＩＮＥ", true)]
    [InlineData("Mi\u200Bne", "Mine", true)]
    [InlineData("Mine", "My own", false)]
    [InlineData("Café", "Cafe", true)]
    [InlineData("Straße", "Strasse", true)]
    public void Names_that_read_alike_are_one(string one, string other, bool areOne) =>
        Assert.Equal(areOne, OrderView.KeyOf(one) == OrderView.KeyOf(other));

    [Fact]
    public void The_longest_name_fits_its_key_however_it_grows()
    {
        var name = string.Concat(Enumerable.Repeat("ﷺ", OrderView.NameLength));

        var view = OrderView.Save(Guid.NewGuid(), name, "sort=start");

        Assert.InRange(view.NameKey.Length, 1, TypedText.Units(OrderView.NameLength));
    }

    [Fact]
    public void A_name_is_needed_and_neither_name_nor_query_may_be_too_long()
    {
        var view = OrderView.Save(Guid.NewGuid(), "Mine", "sort=start");

        Assert.Throws<ArgumentException>(() => view.Rename(" "));
        Assert.Throws<ArgumentException>(() => view.Rename(new string('x', OrderView.NameLength + 1)));
        Assert.Throws<ArgumentException>(() => view.Show(new string('x', OrderView.QueryLength + 1)));
        Assert.Equal(("Mine", "sort=start"), (view.Name, view.Query));
    }
}
