using AssistPortal.Trials;
using AssistPortal.Trials.Converting;
using static AssistPortal.Trials.Converting.TrialPart;

namespace AssistPortal.UnitTests.Trials.Converting;

public sealed class ConversionPlanTests
{
    private static readonly CloudService[] AllServices = Enum.GetValues<CloudService>();
    private static readonly OfferItem[] Items = Enum.GetValues<OfferItem>();

    /// <summary>What each item converts of a trial that has everything, as the specification says it.</summary>
    public static TheoryData<OfferItem, TrialPart[]> BySpecification => new()
    {
        { OfferItem.M1, [Message] },
        { OfferItem.M2, [Message, BasicMeetings] },
        { OfferItem.M3, [Site, Message, BasicMeetings] },
        { OfferItem.C1, [Message, Call] },
        { OfferItem.C2, [Message, BasicMeetings, Call] },
        { OfferItem.C3, [Site, Message, BasicMeetings, Call] },
        { OfferItem.ROOM, [Room] },
        { OfferItem.TC200, [] },
        { OfferItem.EC1000, [] },
    };

    [Theory]
    [MemberData(nameof(BySpecification))]
    public void An_item_converts_its_parts_and_all_others_are_lost_the_site_first(OfferItem item, TrialPart[] converts)
    {
        var plan = ConversionPlan.Of(AllServices, hasSite: true, Offer.Spark, [item]);

        Assert.Equal(converts, plan.Converts);
        Assert.Equal(Enum.GetValues<TrialPart>().Except(converts), plan.Loses);
        Assert.Equal(item is OfferItem.M3 or OfferItem.C3, plan.NeedsSiteUrl);
        Assert.Equal([Message, BasicMeetings, Call, Room], plan.KeepsUsageOf);
        Assert.Empty(plan.Adds);
    }

    [Fact]
    public void Every_item_has_one_line_in_the_table() => Assert.Equal(
        Items.Cast<OfferItem?>().Append(null).OrderBy(item => item ?? (OfferItem)99),
        ConversionRules.All.Select(rule => rule.Item).OrderBy(item => item ?? (OfferItem)99));

    [Fact]
    public void A_WX_converts_the_Spark_part_and_loses_the_site()
    {
        var plan = ConversionPlan.Of(AllServices, hasSite: true, Offer.WebEx, []);

        Assert.Equal([Message, BasicMeetings, Call, Room], plan.Converts);
        Assert.Equal([Site], plan.Loses);
        Assert.Equal([Message, BasicMeetings, Call, Room], plan.KeepsUsageOf);
        Assert.Empty(plan.LostServices);
        Assert.False(plan.NeedsSiteUrl);
    }

    [Fact]
    public void What_the_trial_has_not_comes_with_the_order()
    {
        var plan = ConversionPlan.Of(
            [CloudService.Message], hasSite: false, Offer.Spark, [OfferItem.C3, OfferItem.ROOM]);

        Assert.Equal([Message], plan.Converts);
        Assert.Equal([Site, BasicMeetings, Call, Room], plan.Adds);
        Assert.Empty(plan.Loses);
        Assert.False(plan.NeedsSiteUrl);
    }

    [Fact]
    public void With_basic_meetings_the_site_is_lost_but_not_the_service()
    {
        CloudService[] services = [CloudService.Message, CloudService.Meeting];

        var basic = ConversionPlan.Of(services, hasSite: true, Offer.Spark, [OfferItem.M2]);
        Assert.Equal([Site], basic.Loses);
        Assert.Empty(basic.LostServices);

        var none = ConversionPlan.Of(services, hasSite: true, Offer.Spark, [OfferItem.M1]);
        Assert.Equal([Site, BasicMeetings], none.Loses);
        Assert.Equal([CloudService.Meeting], none.LostServices);
    }

    /// <summary>All trials by all orders that say something: 2 × 16 by 511 and one.</summary>
    [Fact]
    public void Whatever_is_ordered_each_part_of_a_trial_converts_or_is_lost()
    {
        foreach (var services in Subsets(AllServices))
        {
            foreach (var hasSite in new[] { false, true })
            {
                List<TrialPart> parts = [.. TrialParts.Of(services, hasSite)];
                foreach (var (offer, items) in Orders())
                {
                    var plan = ConversionPlan.Of(services, hasSite, offer, items);
                    Assert.Equal(parts, plan.Converts.Concat(plan.Loses).Order());
                    Assert.Equal(plan.Loses.Order(), plan.Loses);
                    Assert.Equal(parts.Where(part => part != Site), plan.KeepsUsageOf);
                    Assert.Empty(plan.Adds.Intersect(parts));
                    Assert.Equal(
                        hasSite && items.Any(item => item is OfferItem.M3 or OfferItem.C3), plan.NeedsSiteUrl);
                    Assert.Equal(plan.NeedsSiteUrl, plan.Converts.Contains(Site));
                    Assert.Equal(plan.Loses.Count > 0, plan.LosesSomething);
                }
            }
        }
    }

    private static IEnumerable<(Offer Offer, OfferItem[] Items)> Orders() =>
        Subsets(Items).Skip(1).Select(items => (Offer.Spark, items)).Append((Offer.WebEx, []));

    private static IEnumerable<T[]> Subsets<T>(T[] all) => Enumerable.Range(0, 1 << all.Length)
        .Select(bits => all.Where((_, place) => (bits & (1 << place)) != 0).ToArray());
}
