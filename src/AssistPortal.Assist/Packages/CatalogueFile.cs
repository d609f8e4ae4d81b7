using System.Text.Json;
using System.Text.Json.Serialization;

namespace AssistPortal.Assist.Packages;

/// <summary>
/// What <c>catalogue.json</c> says, read strictly: an unknown, missing or doubled property is an error.
/// Packages and rows stand in the order in which they are shown.
/// </summary>
internal sealed record CatalogueFile(
    IReadOnlyList<CataloguePackage> Packages, IReadOnlyList<CatalogueRow> Comparison)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The catalogue with which the portal comes.</summary>
    public static CatalogueFile Read()
    {
        using var stream =
            typeof(CatalogueFile).Assembly.GetManifestResourceStream(typeof(CatalogueFile), "catalogue.json")
                ?? throw new InvalidOperationException("catalogue.json is not embedded.");
        return Read(stream);
    }

    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="JsonException">The text is not a catalogue.</exception>
    public static CatalogueFile Read(Stream stream) =>
        JsonSerializer.Deserialize<CatalogueFile>(stream, Options) ?? throw new JsonException("The catalogue is null.");
}

internal sealed record CataloguePackage(
    string Code,
    ServedKind Serves,
    bool ScheduledFirst,
    int LeadMinutes,
    int TrailMinutes,
    int? ProductionMinutes,
    CatalogueIncludes Includes,
    IReadOnlyDictionary<string, CatalogueText> Texts,
    IReadOnlyList<CatalogueTier> Cancellation,
    IReadOnlyDictionary<string, CatalogueRates> Rates);

internal sealed record CatalogueIncludes(bool PlanningCall, bool Consultation, bool Rehearsal);

internal sealed record CatalogueText(string Name, string Description);

internal sealed record CatalogueTier(int NoticeHours, int Percent);

/// <summary>Amounts are whole minor units of the currency: cents, but yen.</summary>
internal sealed record CatalogueRates(
    long BaseFeeMinor,
    int IncludedMinutes,
    long ExtraHourFeeMinor,
    IReadOnlyDictionary<ExtraKind, CatalogueExtra> Extras);

internal sealed record CatalogueExtra(long HourlyFeeMinor, int MinimumMinutes);

/// <summary>A row of the comparison table; cells by package code.</summary>
internal sealed record CatalogueRow(
    ComparisonPhase Phase,
    IReadOnlyDictionary<string, CatalogueText> Texts,
    IReadOnlyDictionary<string, CatalogueCell> Cells);

internal sealed record CatalogueCell(Inclusion Inclusion, int? MinimumMinutes = null);
