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

    /// <summary>Makes the package so.</summary>
    /// <exception cref="InvalidOperationException">No cancellation tier holds until the start.</exception>
    internal void ApplyTo(ServicePackage package)
    {
        if (!CancellationTiers.ContainsKey(0))
        {
            throw new InvalidOperationException("A package needs a cancellation tier for no notice at all.");
        }

        package.Serves = Serves;
        package.ScheduledFirst = ScheduledFirst;
        (package.LeadMinutes, package.TrailMinutes) = (LeadMinutes, TrailMinutes);
        package.ProductionMinutes = ProductionMinutes;
        package.IncludesPlanningCall = IncludesPlanningCall;
        package.IncludesConsultation = IncludesConsultation;
        package.IncludesRehearsal = IncludesRehearsal;
        package.DisplayOrder = DisplayOrder;
        package.IsActive = IsActive;
        foreach (var (language, named) in Texts)
        {
            if (package.Texts.Find(text => text.Language == language) is { } text)
            {
                (text.Name, text.Description) = (named.Name, named.Description);
            }
            else
            {
                package.Texts.Add(new PackageText { Language = language, Name = named.Name, Description = named.Description });
            }
        }

        package.CancellationTiers.RemoveAll(tier => !CancellationTiers.ContainsKey(tier.NoticeHours));
        foreach (var (notice, percent) in CancellationTiers)
        {
            if (package.CancellationTiers.Find(tier => tier.NoticeHours == notice) is { } tier)
            {
                tier.Percent = percent;
            }
            else
            {
                package.CancellationTiers.Add(new CancellationTier { NoticeHours = notice, Percent = percent });
            }
        }
    }
}
