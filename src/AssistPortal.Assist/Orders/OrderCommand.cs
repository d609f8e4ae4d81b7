using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>Everything that an order is placed with, proven.</summary>
public sealed record OrderCommand
{
    public required Guid DraftId { get; init; }

    /// <summary>Whose order it is; null where it belongs to the site alone.</summary>
    public required Guid? HostUserId { get; init; }

    /// <summary>The coordinator who ordered; null where the host did.</summary>
    public Guid? PlacedById { get; init; }

    public required int SiteId { get; init; }

    public required int PackageId { get; init; }

    public required ContactDetails Contact { get; init; }

    public required EventTime Time { get; init; }

    public required EventDetails Event { get; init; }

    public string? SessionKey { get; init; }

    public string? SessionHostEmail { get; init; }

    public required string PageLanguage { get; init; }

    public required StandardFee Fee { get; init; }

    /// <summary>The rates that the fee goes by.</summary>
    public OrderRates? Rates { get; init; }

    public required IReadOnlyList<CancellationTier> CancellationTiers { get; init; }

    /// <summary>Least hours from an update to the new start.</summary>
    public required int UpdateNoticeHours { get; init; }

    public IReadOnlyList<LocalDateTime> SessionWishes { get; init; } = [];

    /// <summary>Who gets the report; empty where nobody is named.</summary>
    public string ReportEmail { get; init; } = "";
}
