using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>
/// A package as typed. Fields in several languages stand under the culture's name, those of tiers under their line.
/// </summary>
public sealed class PackageInput
{
    public const string Yes = "yes";
    public const string No = "no";

    public string? Code { get; set; }

    public string? Serves { get; set; }

    public FieldDictionary Names { get; } = [];

    public FieldDictionary Descriptions { get; } = [];

    public string? ScheduledFirst { get; set; }

    public string? LeadMinutes { get; set; }

    public string? TrailMinutes { get; set; }

    public string? ProductionMinutes { get; set; }

    public string? PlanningCall { get; set; }

    public string? Consultation { get; set; }

    public string? Rehearsal { get; set; }

    public FieldDictionary TierNotice { get; } = [];

    public FieldDictionary TierUnit { get; } = [];

    public FieldDictionary TierPercent { get; } = [];

    public string? DisplayOrder { get; set; }

    public string? IsActive { get; set; }

    /// <summary>Set once it was shown what is still to come of a package that is to be offered no more.</summary>
    public string? Anyway { get; set; }

    /// <summary>The package's version as the form was made; none for a new one.</summary>
    public string? Version { get; set; }

    /// <summary>The form of a new package.</summary>
    /// <param name="displayOrder">The last place.</param>
    public static PackageInput New(int displayOrder)
    {
        var input = new PackageInput
        {
            Serves = $"{ServedKind.Event}",
            ScheduledFirst = Yes,
            LeadMinutes = "30",
            TrailMinutes = "15",
            DisplayOrder = $"{displayOrder}",
            IsActive = Yes,
        };
        CancellationLines.Write(input, [(168, 0), (48, 50), (0, 100)]);
        return input;
    }

    public static PackageInput From(ServicePackage package)
    {
        var input = new PackageInput
        {
            Code = package.Code,
            Serves = $"{package.Serves}",
            ScheduledFirst = package.ScheduledFirst ? Yes : No,
            LeadMinutes = $"{package.LeadMinutes}",
            TrailMinutes = $"{package.TrailMinutes}",
            ProductionMinutes = $"{package.ProductionMinutes}",
            PlanningCall = Tick(package.IncludesPlanningCall),
            Consultation = Tick(package.IncludesConsultation),
            Rehearsal = Tick(package.IncludesRehearsal),
            DisplayOrder = $"{package.DisplayOrder}",
            IsActive = package.IsActive ? Yes : No,
            Version = $"{package.Version}",
        };
        foreach (var text in package.Texts)
        {
            (input.Names[text.Language], input.Descriptions[text.Language]) = (text.Name, text.Description);
        }

        CancellationLines.Write(
            input,
            package.CancellationTiers.OrderByDescending(tier => tier.NoticeHours)
                .Select(tier => (tier.NoticeHours, tier.Percent)));
        return input;
    }

    /// <summary>The package; the form has passed <see cref="PackageValidator"/>.</summary>
    public PackageDetails Read() => new()
    {
        Serves = Enum.Parse<ServedKind>(Serves!),
        ScheduledFirst = ScheduledFirst == Yes,
        LeadMinutes = Tolerant.Number(LeadMinutes)!.Value,
        TrailMinutes = Tolerant.Number(TrailMinutes)!.Value,
        ProductionMinutes = Tolerant.Number(ProductionMinutes),
        IncludesPlanningCall = PlanningCall == CheckTagHelper.Ticked,
        IncludesConsultation = Consultation == CheckTagHelper.Ticked,
        IncludesRehearsal = Rehearsal == CheckTagHelper.Ticked,
        DisplayOrder = Tolerant.Number(DisplayOrder)!.Value,
        IsActive = IsActive == Yes,
        Texts = NamesInLanguages.Read(Names, Descriptions),
        CancellationTiers = new(
            CancellationLines.Of(this).ToDictionary(line => line.Hours!.Value, line => line.PercentValue!.Value)),
    };

    private static string? Tick(bool ticked) => ticked ? CheckTagHelper.Ticked : null;
}
