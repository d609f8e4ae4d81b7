using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Reads and writes the fields of a start.</summary>
public static class StartReader
{
    /// <summary>Fills date and time with a moment that somebody picked.</summary>
    public static void SetStart(this IStartFields fields, ZonedDateTime start)
    {
        fields.StartDate = FieldPatterns.Date.Format(start.Date);
        fields.StartTime = FieldPatterns.Time.Format(start.TimeOfDay);
        fields.Fold = LocalTimes.FoldOf(start)?.ToString().ToLowerInvariant();
    }

    /// <summary>
    /// Fills them with the day or the start that was chosen in the month strip, if one was. Which of two equal times is
    /// meant is asked then.
    /// </summary>
    /// <param name="fields">The fields.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="zone">Whose wall clock it is; without one only a day can be chosen.</param>
    public static void Choose(this IStartFields fields, StripInput choice, DateTimeZone? zone)
    {
        if (Tolerant.Date(choice.Day) is { } day)
        {
            (fields.StartDate, fields.Fold) = (FieldPatterns.Date.Format(day), null);
        }

        if (zone is not null && Tolerant.DateAndTime(choice.Pick) is { Year: < 9999 } local)
        {
            fields.SetStart(zone.AtLeniently(local));
            fields.Fold = null;
        }
    }

    /// <summary>What the wall-clock time is; null where a part of it can't be read.</summary>
    public static LocalTimeReading? ReadLocal(this IStartFields fields, DateTimeZone? zone) => fields.ReadLocal(
        zone, Enum.TryParse<Fold>(Tolerant.Code(fields.Fold), ignoreCase: true, out var chosen) ? chosen : null);

    /// <summary>
    /// The start as one moment; null where the model state tells why not, or a field could not be read.
    /// </summary>
    public static ZonedDateTime? ReadStart(
        this IStartFields fields,
        DateTimeZone zone,
        ModelStateDictionary modelState,
        IStringLocalizer<TimesTexts> texts)
    {
        switch (fields.ReadLocal(zone))
        {
            case LocalTimeReading.Skipped(var next):
                modelState.AddModelError(
                    nameof(IStartFields.StartTime),
                    texts["StartTime.Skipped", Wording.Zone(zone.Id), Wording.LocalTime(next)]);
                return null;
            case LocalTimeReading.Doubled:
                modelState.AddModelError(nameof(IStartFields.Fold), texts["Fold.Missing"]);
                return null;
            case LocalTimeReading.Read(var start):
                return start;
            default:
                return null;
        }
    }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public static LocalTimeReading.Doubled? Doubled(this IStartFields fields, DateTimeZone? zone) =>
        fields.ReadLocal(zone, fold: null) as LocalTimeReading.Doubled;

    /// <summary>What can be said of date and time one by one.</summary>
    public static void AddStartRules<T>(
        this AbstractValidator<T> rules, IStringLocalizer<TimesTexts> texts, IStringLocalizer<SharedTexts> shared)
        where T : IStartFields
    {
        rules.RuleFor(input => input.StartDate).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["StartDate.Missing"])
            .Must(typed => Tolerant.Date(typed) is not null)
                .WithMessage((_, typed) => shared.DateError(typed, texts["StartDate.Unreadable"]));
        rules.RuleFor(input => input.StartTime).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["StartTime.Missing"])
            .Must(typed => Tolerant.Time(typed) is not null).WithMessage(_ => texts["StartTime.Unreadable"])
            .Must(typed =>
                Tolerant.Time(typed) is { } time && time.Minute % QuarterHours.Minutes == 0 && time.Second == 0)
            .WithMessage(_ => texts["StartTime.NotQuarter"]);
    }

    private static LocalTimeReading? ReadLocal(this IStartFields fields, DateTimeZone? zone, Fold? fold) =>
        zone is not null && Tolerant.Date(fields.StartDate) is { } date && Tolerant.Time(fields.StartTime) is { } time
            ? LocalTimes.Read(date + time, zone, fold)
            : null;
}
