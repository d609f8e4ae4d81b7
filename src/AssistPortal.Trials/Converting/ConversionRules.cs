using static AssistPortal.Trials.Converting.Offer;
using static AssistPortal.Trials.Converting.OfferItem;
using static AssistPortal.Trials.Converting.TrialPart;

namespace AssistPortal.Trials.Converting;

/// <summary>
/// What becomes of a trial's parts, offer by offer and item by item. What no ordered line converts is lost; usage data
/// of the trial is kept by either offer.
/// </summary>
internal static class ConversionRules
{
    /// <summary>Parts of which usage data is kept: the site has none of its own.</summary>
    private static readonly TrialPart[] Usage = [Message, BasicMeetings, Call, Room];

    public static readonly IReadOnlyList<ConversionRule> All =
    [
        //  offer  item    converts                              usage  lost    needs the trial's site URL
        new(Spark, M1,     [Message],                            Usage, [],     NeedsSiteUrl: false),
        new(Spark, M2,     [Message, BasicMeetings],             Usage, [],     NeedsSiteUrl: false),
        new(Spark, M3,     [Message, BasicMeetings, Site],       Usage, [],     NeedsSiteUrl: true),
        new(Spark, C1,     [Message, Call],                      Usage, [],     NeedsSiteUrl: false),
        new(Spark, C2,     [Message, BasicMeetings, Call],       Usage, [],     NeedsSiteUrl: false),
        new(Spark, C3,     [Message, BasicMeetings, Site, Call], Usage, [],     NeedsSiteUrl: true),
        new(Spark, ROOM,   [Room],                               Usage, [],     NeedsSiteUrl: false),
        new(Spark, TC200,  [],                                   Usage, [],     NeedsSiteUrl: false),
        new(Spark, EC1000, [],                                   Usage, [],     NeedsSiteUrl: false),
        new(WebEx, null,   [Message, BasicMeetings, Call, Room], Usage, [Site], NeedsSiteUrl: false),
    ];

    /// <summary>Of these one at most is ordered: each has what those before it in its row have.</summary>
    public static readonly IReadOnlyList<OfferItem> Packages = [M1, M2, M3, C1, C2, C3];

    /// <summary>The lines of an order.</summary>
    public static IEnumerable<ConversionRule> Of(Offer offer, IReadOnlyCollection<OfferItem> items) =>
        All.Where(rule => rule.Offer == offer && (rule.Item is not { } item || items.Contains(item)));
}

/// <summary>A line of <see cref="ConversionRules"/>.</summary>
/// <param name="Offer">By what is ordered.</param>
/// <param name="Item">What is ordered; null where the offer has no items.</param>
/// <param name="Converts">Parts that become paid, or are new where the trial has them not.</param>
/// <param name="KeepsUsageOf">Parts of which usage data is kept, ordered or not.</param>
/// <param name="Loses">Parts that are lost whatever else is ordered.</param>
/// <param name="NeedsSiteUrl">Whether the order has to name the trial's site URL, where there is one.</param>
internal sealed record ConversionRule(
    Offer Offer,
    OfferItem? Item,
    IReadOnlyList<TrialPart> Converts,
    IReadOnlyList<TrialPart> KeepsUsageOf,
    IReadOnlyList<TrialPart> Loses,
    bool NeedsSiteUrl);
