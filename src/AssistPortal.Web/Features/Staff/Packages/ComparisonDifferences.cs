using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Features.Packages;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>
/// Tells what somebody else has saved of a service of the comparison table, where it is not what was typed.
/// </summary>
public sealed class ComparisonDifferences(IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<PackagesTexts> shown)
{
    public ChangedMeanwhile Between(
        ComparisonInput typed, ComparisonInput saved, IEnumerable<ServicePackage> packages) => ChangedMeanwhile.Between(
    [
        (texts["Phase"], shown[$"Compare.{typed.Phase}"], shown[$"Compare.{saved.Phase}"]),
        (texts["DisplayOrder"], typed.DisplayOrder, saved.DisplayOrder),
        .. NamesInLanguages.Pairs(texts["Name"], typed.Names, saved.Names),
        .. NamesInLanguages.Pairs(texts["Description"], typed.Descriptions, saved.Descriptions),
        .. packages.Select(package => (
            package.Texts.In(CultureInfo.CurrentUICulture).Name, (string?)Cell(typed, $"{package.Id}"), (string?)Cell(
                saved, $"{package.Id}"))),
    ]);

    private string Cell(ComparisonInput input, string key)
    {
        var inclusion = input.Inclusions[key] ?? nameof(Inclusion.NotApplicable);
        return input.IsByTheHour(key)
            ? $"{texts[$"Inclusion.{inclusion}"]} · {texts["LeastMinutes"]}: {input.LeastMinutes[key]}"
            : texts[$"Inclusion.{inclusion}"];
    }
}
