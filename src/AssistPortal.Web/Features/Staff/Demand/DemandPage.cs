using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Waiting;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Demand;

/// <summary>What hosts wait for, and what they wished for in vain.</summary>
public sealed record DemandPage
{
    public required OwnTime Time { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>Whoever has waited longest first.</summary>
    public required IReadOnlyList<WaitingWish> Waiting { get; init; }

    /// <summary>The hours whose unmet wishes are shown; null for all.</summary>
    public required WeekdayHours? Hours { get; init; }

    /// <summary>Unmet wishes of the last weeks; all of them by when they were wished for, newest first.</summary>
    public required IReadOnlyList<UnmetWishFacts> Unmet { get; init; }

    public required IReadOnlyDictionary<Guid, DemandHost> Hosts { get; init; }
}

/// <summary>Who wishes.</summary>
public sealed record DemandHost(string Name, string? Email);
