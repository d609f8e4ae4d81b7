using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Tells what somebody else has saved of a package, where it is not what was typed.</summary>
public sealed class PackageDifferences(IStringLocalizer<CatalogueTexts> texts)
{
    public ChangedMeanwhile Between(PackageInput typed, PackageInput saved) => ChangedMeanwhile.Between(
    [
        (texts["Serves"], Served(typed), Served(saved)),
        .. NamesInLanguages.Pairs(texts["Name"], typed.Names, saved.Names),
        .. NamesInLanguages.Pairs(texts["Description"], typed.Descriptions, saved.Descriptions),
        (texts["ScheduledFirst"], Answer(typed.ScheduledFirst), Answer(saved.ScheduledFirst)),
        (texts["LeadMinutes"], typed.LeadMinutes, saved.LeadMinutes),
        (texts["TrailMinutes"], typed.TrailMinutes, saved.TrailMinutes),
        (texts["ProductionMinutes"], typed.ProductionMinutes, saved.ProductionMinutes),
        (texts["Includes.PlanningCall"], Answer(typed.PlanningCall), Answer(saved.PlanningCall)),
        (texts["Includes.Consultation"], Answer(typed.Consultation), Answer(saved.Consultation)),
        (texts["Includes.Rehearsal"], Answer(typed.Rehearsal), Answer(saved.Rehearsal)),
        (texts["Tiers"], Tiers(typed), Tiers(saved)),
        (texts["DisplayOrder"], typed.DisplayOrder, saved.DisplayOrder),
        (texts["IsActive"], Answer(typed.IsActive), Answer(saved.IsActive)),
    ]);

    private string Answer(string? answer) => answer == PackageInput.Yes ? texts["Answer.yes"] : texts["Answer.no"];

    private string Served(PackageInput input) => texts[$"Serves.{input.Serves}"];

    private string Tiers(PackageInput input) => string.Join('\n', CancellationLines.Of(input)
        .OrderByDescending(line => line.Hours)
        .Select(line => texts["Tiers.Line", line.Hours ?? 0, line.Percent].Value));
}
