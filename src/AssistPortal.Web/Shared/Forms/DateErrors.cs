using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

internal static class DateErrors
{
    /// <summary>What is wrong with a date that could not be taken.</summary>
    public static LocalizedString DateError(
        this IStringLocalizer<SharedTexts> texts, string? typed, LocalizedString otherwise) =>
        Tolerant.IsNoDay(typed) ? texts["Error.NoSuchDay"] : otherwise;
}
