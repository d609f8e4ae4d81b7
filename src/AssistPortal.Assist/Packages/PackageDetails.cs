namespace AssistPortal.Assist.Packages;

/// <summary>What staff say of a package, but for its rates.</summary>
public sealed record PackageDetails
{
    public required ServedKind Serves { get; init; }

    public required bool ScheduledFirst { get; init; }

    public required int LeadMinutes { get; init; }

    public required int TrailMinutes { get; init; }

    /// <summary>Null where production time is not counted.</summary>
    public required int? ProductionMinutes { get; init; }

    public required bool IncludesPlanningCall { get; init; }

    public required bool IncludesConsultation { get; init; }

    public required bool IncludesRehearsal { get; init; }

    public required int DisplayOrder { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>By culture name.</summary>
    public required SortedDictionary<string, LocalizedName> Texts { get; init; }

    /// <summary>Percent of the fee by least notice in hours; the notice 0 is one of them.</summary>
    public required SortedDictionary<int, int> CancellationTiers { get; init; }

    internal static PackageDetails Of(ServicePackage package) => new()
    {
        Serves = package.Serves,
        ScheduledFirst = package.ScheduledFirst,
        LeadMinutes = package.LeadMinutes,
        TrailMinutes = package.TrailMinutes,
        ProductionMinutes = package.ProductionMinutes,
        IncludesPlanningCall = package.IncludesPlanningCall,
        IncludesConsultation = package.IncludesConsultation,
        IncludesRehearsal = package.IncludesRehearsal,
        DisplayOrder = package.DisplayOrder,
        IsActive = package.IsActive,
        Texts = LocalizedNames.Of(package.Texts),
        CancellationTiers = new(package.CancellationTiers.ToDictionary(tier => tier.NoticeHours, tier => tier.Percent)),
    };
}
