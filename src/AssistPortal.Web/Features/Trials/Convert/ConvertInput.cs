using AssistPortal.Trials.Converting;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Trials.Convert;

/// <summary>An order as typed.</summary>
public sealed class ConvertInput
{
    public const string RequestDeletion = "request-deletion";
    public const string Wait = "wait";
    public const string No = "no";

    public string? Offer { get; set; }

    /// <summary>Codes of the items that are chosen, with commas between.</summary>
    public string? Items { get; set; }

    public string? AdminEmail { get; set; }

    public string? TrialSiteUrl { get; set; }

    public string? NewSiteUrl { get; set; }

    public string? SameUrl { get; set; }

    /// <summary>The company's name, where something is lost.</summary>
    public string? Confirmation { get; set; }

    /// <summary>Fields of one name count all, not the first.</summary>
    public ConvertInput WithItems(IEnumerable<string?> items)
    {
        Items = string.Join(',', items.Where(item => !string.IsNullOrEmpty(item)));
        return this;
    }

    public bool HasItem(OfferItem item) => Read().Items.Contains(item);

    public ConversionChoice Read() => new()
    {
        Offer = OfferCodes.Read(Tolerant.Code(Offer)),
        Items = ReadItems(),
        AdminEmail = Tolerant.Email(AdminEmail),
        TrialSiteUrl = Tolerant.Code(TrialSiteUrl),
        NewSiteUrl = Tolerant.Code(NewSiteUrl),
        SameUrl = Tolerant.Code(SameUrl).ToLowerInvariant() switch
        {
            RequestDeletion => AssistPortal.Trials.Converting.SameUrl.RequestDeletion,
            Wait => AssistPortal.Trials.Converting.SameUrl.Wait,
            _ => AssistPortal.Trials.Converting.SameUrl.No,
        },
    };

    // An item that there is not is no reason to order the others without it.
    private IReadOnlyCollection<OfferItem> ReadItems()
    {
        var codes = Tolerant.Code(Items)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = codes.Select(ReadItem).OfType<OfferItem>().Distinct().Order().ToList();
        return Array.TrueForAll(codes, code => ReadItem(code) is not null) ? read : [];
    }

    private static OfferItem? ReadItem(string code) =>
        Enum.TryParse<OfferItem>(code, ignoreCase: true, out var item) && Enum.GetName(item) is { } name
        && name.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? item
            : null;
}
