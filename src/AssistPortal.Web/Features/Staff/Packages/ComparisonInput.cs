using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>A service of the comparison table as typed; what packages say to it stands under their keys.</summary>
public sealed class ComparisonInput
{
    public string? Phase { get; set; }

    public string? DisplayOrder { get; set; }

    public FieldDictionary Names { get; } = [];

    public FieldDictionary Descriptions { get; } = [];

    public FieldDictionary Inclusions { get; } = [];

    public FieldDictionary LeastMinutes { get; } = [];

    /// <summary>The row's version as the form was made.</summary>
    public string? Version { get; set; }

    public static ComparisonInput From(ComparisonRow row)
    {
        var input = new ComparisonInput
        {
            Phase = $"{row.Phase}",
            DisplayOrder = $"{row.DisplayOrder}",
            Version = $"{row.Version}",
        };
        foreach (var text in row.Texts)
        {
            (input.Names[text.Language], input.Descriptions[text.Language]) = (text.Name, text.Description);
        }

        foreach (var cell in row.Cells)
        {
            (input.Inclusions[$"{cell.PackageId}"], input.LeastMinutes[$"{cell.PackageId}"]) =
                ($"{cell.Inclusion}", $"{cell.MinimumMinutes}");
        }

        return input;
    }

    /// <summary>The row; the form has passed <see cref="ComparisonValidator"/>.</summary>
    public ComparisonDetails Read(IEnumerable<ServicePackage> packages) => new(
        Enum.Parse<ComparisonPhase>(Phase!),
        Tolerant.Number(DisplayOrder)!.Value,
        NamesInLanguages.Read(Names, Descriptions),
        new(packages.ToDictionary(package => package.Id, package => CellOf($"{package.Id}"))));

    /// <summary>Whether the service is charged by the hour in that package.</summary>
    public bool IsByTheHour(string key) =>
        Inclusions[key] is nameof(Inclusion.Hourly) or nameof(Inclusion.OptionalHourly);

    private ComparisonFigures CellOf(string key) => new(
        Enum.Parse<Inclusion>(Inclusions[key]!), IsByTheHour(key) ? Tolerant.Number(LeastMinutes[key]) : null);
}
