using AssistPortal.Trials.Converting;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Texts;

/// <summary>
/// What is ordered and what becomes of it in words, in the current culture: the same on pages and in mails.
/// </summary>
public sealed class ConversionWording
{
    private readonly IStringLocalizer<ConvertingTexts> texts;

    internal ConversionWording(IStringLocalizer<ConvertingTexts> texts) => this.texts = texts;

    public string Item(OfferItem item) => texts[$"Item.{item}"];

    public string Part(TrialPart part) => texts[$"Part.{part}"];

    /// <summary>How far the WebEx part of an order is.</summary>
    public string WebEx(PurchaseOrder order)
    {
        var webEx = order is { WebEx: WebExState.None, SiteHost: not null } ? "Converted" : $"{order.WebEx}";
        return texts[$"WebEx.{webEx}"];
    }
}
