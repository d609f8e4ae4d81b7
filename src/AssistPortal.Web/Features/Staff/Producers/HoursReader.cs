using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Reads weekly hours and exceptional days.</summary>
public sealed class HoursReader(IStringLocalizer<ProducersTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>The hours as they are saved.</summary>
    public static ProducerChange.Hours Of(Producer producer) => new(
        [.. producer.Hours.Select(item => new HoursDetails(item.Day, item.StartMinute, item.EndMinute))],
        [
            .. producer.ExceptionalHours.Select(
                item => new ExceptionDetails(item.Date, item.StartMinute, item.EndMinute)),
        ]);

    /// <summary>The hours, or what is wrong.</summary>
    /// <param name="input">As typed.</param>
    /// <param name="kept">Exceptional days that are over: they stay.</param>
    public (ProducerChange.Hours? Hours, ValidationResult Result) Read(
        HoursInput input, IEnumerable<ExceptionDetails> kept)
    {
        var failures = new List<ValidationFailure>();
        var week = new List<HoursDetails>();
        foreach (var (row, (day, from, until)) in input.Week().Index())
        {
            if (IsEmpty(from) && IsEmpty(until))
            {
                continue;
            }

            if (HoursInput.DayOf(day) is not { } weekday)
            {
                failures.Add(new ValidationFailure($"Day-{row}", texts["Day.Missing", row + 1]));
            }
            else if (Minutes(from, until, $"From-{row}", ProducerWords.Day(weekday), failures) is
                { } minutes)
            {
                week.Add(new HoursDetails(weekday, minutes.Start, minutes.End));
            }
        }

        var exceptions = Exceptions(input, failures);
        if (week.Count > HoursInput.MostRows
            || input.Date.Count > HoursInput.MostRows + HoursInput.SpareRows)
        {
            failures.Add(new ValidationFailure("", texts["Hours.TooMany", HoursInput.MostRows]));
        }

        return (
            failures.Count > 0
                ? null
                : new ProducerChange.Hours([.. week.Distinct()], [.. kept.Concat(exceptions).Distinct()]),
            new ValidationResult(failures));
    }

    private List<ExceptionDetails> Exceptions(HoursInput input, List<ValidationFailure> failures)
    {
        var exceptions = new List<ExceptionDetails>();
        foreach (var (row, (date, from, until)) in input.Exceptions(spare: 0).Index())
        {
            if (IsEmpty(date))
            {
                if (!IsEmpty(from) || !IsEmpty(until))
                {
                    failures.Add(new ValidationFailure($"Date-{row}", texts["Date.Missing", row + 1]));
                }
            }
            else if (Tolerant.Date(date) is not { } day)
            {
                failures.Add(new ValidationFailure(
                    $"Date-{row}", shared.DateError(date, texts["Date.Wrong", row + 1])));
            }
            else if (IsEmpty(from) && IsEmpty(until))
            {
                exceptions.Add(new ExceptionDetails(day, StartMinute: null, EndMinute: null));
            }
            else if (Minutes(
                from, until, $"DateFrom-{row}", texts["Hours.RowName", row + 1], failures) is { } minutes)
            {
                exceptions.Add(new ExceptionDetails(day, minutes.Start, minutes.End));
            }
        }

        return exceptions;
    }

    private (int Start, int End)? Minutes(
        string? from, string? until, string field, string name, List<ValidationFailure> failures)
    {
        var (start, end) = (MinuteOf(from), MinuteOf(until));
        if (start is null or MinutesPerDay || end is null)
        {
            failures.Add(new ValidationFailure(field, texts["Hours.Wrong", name]));
            return null;
        }

        if (start % QuarterHours.Minutes != 0 || end % QuarterHours.Minutes != 0)
        {
            failures.Add(new ValidationFailure(field, texts["Hours.Quarter", name]));
            return null;
        }

        // Work that ends at an earlier time of day than it begins goes on past midnight.
        return (start.Value, end > start ? end.Value : end.Value + MinutesPerDay);
    }

    private static int? MinuteOf(string? typed) => Tolerant.Code(typed) == "24:00"
        ? MinutesPerDay
        : Tolerant.Time(typed) is { } time ? (time.Hour * 60) + time.Minute : null;

    private static bool IsEmpty(string? typed) => Tolerant.Code(typed).Length == 0;
}
