using AssistPortal.Assist.Sites;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Sites;

public sealed class SiteTests
{
    private readonly Site site = SampleOrder.Site();

    [Fact]
    public void A_site_without_name_host_name_or_currency_is_not_made()
    {
        Assert.Throws<ArgumentException>(() => new Site(" ", "a.example", "USD"));
        Assert.Throws<ArgumentException>(() => new Site("A", "", "USD"));
        Assert.Throws<ArgumentException>(() => new Site("A", "a.example", "ABC"));
    }

    [Fact]
    public void Texts_that_the_columns_do_not_hold_are_refused_and_change_nothing()
    {
        Assert.Throws<ArgumentException>(() => site.Rename(new string('x', Site.NameLength + 1)));
        Assert.Throws<ArgumentException>(() => site.MoveTo(new string('x', Site.HostNameLength + 1)));
        Assert.Throws<ArgumentException>(() => site.RescheduleBy(
            ScheduleChange.ChangesByItself, "https://a.example/" + new string('x', Site.AddressLength)));
        Assert.Equal(
            ("Northwind Traders", "northwind.meetings.example", ScheduleChange.OpensSchedulingPage),
            (site.Name, site.HostName, site.ScheduleChange));
    }

    [Fact]
    public void A_directory_or_page_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => site.LookUpIn((DirectoryKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => site.RescheduleBy((ScheduleChange)99, page: null));
        Assert.Throws<ArgumentException>(() => site.RescheduleBy(ScheduleChange.OpensSchedulingPage, "no page"));
        Assert.Equal(new Uri("https://northwind.meetings.example/"), site.SchedulingAddress);
    }

    [Fact]
    public void It_offers_just_what_it_was_last_told_to()
    {
        var (first, second, third) = (SampleOrder.Package(), SampleOrder.Package(), SampleOrder.Package());
        site.Offer([first, second]);
        site.Offer([second, third]);
        Assert.Equal([second, third], site.Packages);
    }

    [Fact]
    public void Nobody_is_admitted_twice()
    {
        var user = Guid.NewGuid();
        site.Admit(user);
        Assert.Throws<InvalidOperationException>(() => site.Admit(user));
        Assert.Equal(user, Assert.Single(site.Members).UserId);
    }
}
