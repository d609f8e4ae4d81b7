namespace AssistPortal.Trials.Converting;

/// <summary>What an order does with a trial, part by part. A part of the trial either converts or is lost.</summary>
public sealed record ConversionPlan
{
    private ConversionPlan()
    {
    }

    /// <summary>Parts of the trial that become paid.</summary>
    public required IReadOnlyList<TrialPart> Converts { get; init; }

    /// <summary>Parts that the trial has not, and that come with an ordered item.</summary>
    public required IReadOnlyList<TrialPart> Adds { get; init; }

    /// <summary>Parts of the trial of which usage data is kept.</summary>
    public required IReadOnlyList<TrialPart> KeepsUsageOf { get; init; }

    /// <summary>Parts of the trial that nothing ordered covers, the site first.</summary>
    public required IReadOnlyList<TrialPart> Loses { get; init; }

    /// <summary>Whether the order has to name the trial's site URL.</summary>
    public required bool NeedsSiteUrl { get; init; }

    public bool LosesSomething => Loses.Count > 0;

    /// <summary>Services of which nothing converts.</summary>
    internal IReadOnlyCollection<CloudService> LostServices =>
        [.. Loses.Select(part => part.Service()).Distinct().Except(Converts.Select(part => part.Service()))];

    /// <param name="services">Services of the trial.</param>
    /// <param name="hasSite">Whether the trial has a WebEx site.</param>
    /// <param name="offer">By what is ordered.</param>
    /// <param name="items">What is ordered of A-SPK.</param>
    internal static ConversionPlan Of(
        IReadOnlyCollection<CloudService> services, bool hasSite, Offer offer, IReadOnlyCollection<OfferItem> items)
    {
        List<TrialPart> parts = [.. TrialParts.Of(services, hasSite)];
        List<ConversionRule> rules = [.. ConversionRules.Of(offer, items)];
        var lost = rules.SelectMany(rule => rule.Loses).ToHashSet();
        var converts = rules.SelectMany(rule => rule.Converts).Where(part => !lost.Contains(part)).ToHashSet();
        var keeps = rules.SelectMany(rule => rule.KeepsUsageOf).ToHashSet();
        return new ConversionPlan
        {
            Converts = [.. parts.Where(converts.Contains)],
            Adds = offer == Offer.Spark ? [.. converts.Except(parts).Order()] : [],
            KeepsUsageOf = [.. parts.Where(keeps.Contains)],
            Loses = [.. parts.Where(part => !converts.Contains(part))],
            NeedsSiteUrl = hasSite && rules.Exists(rule => rule.NeedsSiteUrl),
        };
    }
}
