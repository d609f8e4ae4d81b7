using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.TimeZones;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Times;

/// <summary>The rules of a field of a time zone.</summary>
internal static class ZoneRules
{
    public static void TimeZone<T>(this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<TimesTexts> texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["TimeZone.Missing"])
            .Must(typed => Fault(typed, texts) is null).WithMessage((_, typed) => Fault(typed, texts)!);

    /// <summary>The same where the field may stay empty.</summary>
    public static void OptionalTimeZone<T>(
        this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<TimesTexts> texts) =>
        rule.Must(typed => Fault(typed, texts) is null).WithMessage((_, typed) => Fault(typed, texts)!);

    /// <summary>What is wrong with what was typed; null where that is nothing, or means one zone.</summary>
    public static string? Fault(string? typed, IStringLocalizer<TimesTexts> texts) =>
        Tolerant.Code(typed).Length == 0 || Tolerant.Zone(typed) is not null
            ? null
            : texts[TimeZonePlaces.MayMeanOne(typed!) ? "TimeZone.Several" : "TimeZone.Unknown"].Value;
}
