using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What step 1 shows beside its fields.</summary>
public sealed record AvailabilityPage
{
    public required Guid DraftId { get; init; }

    public required AvailabilityInput Input { get; init; }

    /// <summary>The host's sites with what they offer.</summary>
    public required IReadOnlyList<SiteOffer> Sites { get; init; }

    /// <summary>All packages, to compare.</summary>
    public required Catalogue Catalogue { get; init; }

    public required FreeTimesPicture FreeTimes { get; init; }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public LocalTimeReading.Doubled? Doubled { get; init; }

    /// <summary>Until when a coordinator lets the host order sooner than usual; null where none does.</summary>
    public ZonedDateTime? ShortNoticeUntil { get; init; }

    /// <summary>Hours from then on at which the event may start.</summary>
    public int ShortNoticeHours { get; init; }

    /// <summary>What to offer, when nobody is free.</summary>
    public NobodyFree? NobodyFree { get; init; }

    /// <summary>Packages of the site that is chosen; of all sites where none is.</summary>
    public IEnumerable<ServicePackage> Packages => Sites
        .Where(offer => string.IsNullOrEmpty(Input.SiteId) || $"{offer.Site.Id}" == Input.SiteId)
        .SelectMany(offer => offer.Packages)
        .DistinctBy(package => package.Code)
        .OrderBy(package => package.DisplayOrder);
}

/// <summary>Nobody is free at the wished time: why, and the nearest starts at which somebody is.</summary>
public sealed record NobodyFree(NobodyReason Reason, IReadOnlyList<ZonedDateTime> Alternatives, int DurationMinutes)
{
    public static NobodyFree From(HoldAnswer.Nobody nobody, EventTime wished) =>
        From(nobody.Reason, nobody.Alternatives, wished);

    public static NobodyFree From(MoveAnswer.Nobody nobody, EventTime wished) =>
        From(nobody.Reason, nobody.Alternatives, wished);

    private static NobodyFree From(NobodyReason reason, IEnumerable<Instant> alternatives, EventTime wished) =>
        new(reason, [.. alternatives.Select(start => start.InZone(wished.LocalStart.Zone))], wished.DurationMinutes);
}

/// <summary>The free-times picture: two weeks, day by day.</summary>
/// <param name="Action">Path that answers to a click and turns its pages.</param>
/// <param name="Days">Empty when something it needs is not known yet.</param>
/// <param name="Zone">In which the times are meant; null while none is chosen.</param>
/// <param name="Earlier">First day of the two weeks before, where they can be ordered.</param>
/// <param name="Later">First day of the two weeks after, where they can be ordered.</param>
/// <param name="DurationMinutes">Length of the event that would fit.</param>
/// <param name="Typed">The start as typed, which is kept where a day has it.</param>
public sealed record FreeTimesPicture(
    string Action,
    IReadOnlyList<FreeDay> Days,
    DateTimeZone? Zone,
    LocalDate? Earlier,
    LocalDate? Later,
    int DurationMinutes,
    LocalTime? Typed);
