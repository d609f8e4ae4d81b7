using AssistPortal.Web.Features.Staff.Orders.List;

namespace AssistPortal.UnitTests.Web.Staff;

public sealed class ViewQueryTests
{
    [Fact]
    public void What_means_the_same_is_the_same_text()
    {
        var one = new OrderListInput { Q = " Tom & co ", Status = "COMING", Owner = "Mine", Site = "１", Sort = "" };
        var other = new OrderListInput
        {
            Q = "Tom & co",
            Status = "coming",
            Owner = "mine",
            Site = "1",
            Sort = "placed-desc",
            After = "9-x",
            When = "no",
        };

        Assert.Equal("q=Tom%20%26%20co&status=coming&site=1&owner=mine&sort=placed-desc", ViewQuery.Of(one));
        Assert.Equal(ViewQuery.Of(one), ViewQuery.Of(other));
        Assert.Equal(ViewQuery.FilterTextOf(one), ViewQuery.FilterTextOf(other));
    }

    [Fact]
    public void A_text_is_read_back_whole_and_what_the_list_does_not_know_is_left_out()
    {
        const string query = "q=a&status=open&package=p&site=1&producer=2&owner=nobody&when=today&from=2027-01-01"
            + "&to=2027-01-02&attention=any&sort=customer";

        Assert.Equal(query, ViewQuery.Of(ViewQuery.Read(query)));
        Assert.Equal(query, ViewQuery.Of(ViewQuery.Read($"?{query}&other=1")));
    }

    [Fact]
    public void What_is_chosen_by_the_time_of_the_event_is_sorted_by_it() =>
        Assert.Equal(
            "when=today&sort=start-desc",
            ViewQuery.Of(new OrderListInput { When = "today", Sort = "placed-desc" }));
}
