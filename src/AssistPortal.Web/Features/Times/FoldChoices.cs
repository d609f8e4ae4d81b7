using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Times;

/// <summary>The two moments of a time that clocks show twice, told apart by their offsets.</summary>
internal static class FoldChoices
{
    public static IEnumerable<SelectListItem> Of(
        LocalTimeReading.Doubled doubled, IStringLocalizer<TimesTexts> texts) =>
    [
        new(
            texts["Fold.Earlier", Wording.Time(doubled.Earlier.TimeOfDay), Wording.Offset(doubled.Earlier.Offset)],
            "earlier"),
        new(texts["Fold.Later", Wording.Time(doubled.Later.TimeOfDay), Wording.Offset(doubled.Later.Offset)], "later"),
    ];
}
