using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;

namespace AssistPortal.Trials.Converting;

/// <summary>A trial that is to be converted.</summary>
public sealed record ConversionCase
{
    internal ConversionCase(Trial trial, Organisation? organisation, TrialState state) =>
        (Trial, Organisation, State) = (trial, organisation, state);

    public Trial Trial { get; }

    public TrialState State { get; }

    /// <summary>Host of its WebEx site; null where it has none.</summary>
    public string? SiteHost => Organisation?.SiteHost;

    /// <summary>Null where it has gone.</summary>
    internal Organisation? Organisation { get; }

    /// <summary>Why it can't be converted whatever is ordered; null where it can.</summary>
    public ConversionFault? Obstacle => State switch
    {
        TrialState.Paid => ConversionFault.AlreadyPaid,
        TrialState.Ended => ConversionFault.Ended,
        _ => null,
    };

    /// <summary>How many licences of a part it has; null where it has none, and of the site.</summary>
    public int? AmountOf(TrialPart part) => part == TrialPart.Site
        ? null
        : Trial.Services.FirstOrDefault(service => service.Service == part.Service())?.Amount;

    /// <summary>What an order does with it.</summary>
    /// <exception cref="InvalidOperationException">No offer is chosen.</exception>
    public ConversionPlan PlanOf(ConversionChoice choice) => ConversionPlan.Of(
        [.. Trial.Services.Select(service => service.Service)],
        SiteHost is not null,
        choice.Offer ?? throw new InvalidOperationException("No offer is chosen."),
        choice.Items);

    /// <summary>Host of the new site of A-WX, and what is done for it to be the trial's.</summary>
    /// <exception cref="InvalidOperationException">It can't be read.</exception>
    public (string Host, SameUrl SameUrl) NewSiteOf(ConversionChoice choice) => (
        choice.NewHostFor(SiteHost) ?? throw new InvalidOperationException("No new site is named."),
        choice.SameUrlFor(SiteHost));
}
