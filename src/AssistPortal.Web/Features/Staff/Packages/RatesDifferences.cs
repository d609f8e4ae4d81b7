using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Tells what somebody else has saved of rates, where it is not what was typed.</summary>
public sealed class RatesDifferences(IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<AssistTexts> assist)
{
    public ChangedMeanwhile Between(RatesInput typed, RatesInput saved) => ChangedMeanwhile.Between(
    [
        (assist["Fee.Base"], typed.BaseFee, saved.BaseFee),
        (texts["IncludedMinutes"], typed.IncludedMinutes, saved.IncludedMinutes),
        (texts["ExtraHourFee"], typed.ExtraHourFee, saved.ExtraHourFee),
        .. Enum.GetNames<ExtraKind>().SelectMany(kind => Extra(kind, typed, saved)),
    ]);

    private IEnumerable<(string Label, string? Typed, string? Saved)> Extra(
        string kind, RatesInput typed, RatesInput saved)
    {
        var name = assist[$"Extra.{kind}"];
        yield return ($"{name} · {texts["HourlyFee"]}", typed.HourlyFees[kind], saved.HourlyFees[kind]);
        yield return ($"{name} · {texts["LeastMinutes"]}", typed.LeastMinutes[kind], saved.LeastMinutes[kind]);
    }
}
