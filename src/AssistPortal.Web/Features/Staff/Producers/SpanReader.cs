using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Reads whole days, or an exact time, on a producer's clock.</summary>
public sealed class SpanReader(IStringLocalizer<ProducersTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    public const int MostDays = 366;

    /// <summary>The time, or what is wrong. What an address says in one field is put into two.</summary>
    public (TimeOffDetails? Details, Interval Time, ValidationResult Result) Read(SpanInput input, DateTimeZone zone)
    {
        (input.From, input.FromTime) = Split(input.From, input.FromTime);
        (input.To, input.ToTime) = Split(input.To, input.ToTime);
        if (Tolerant.Code(input.To).Length == 0)
        {
            input.To = input.From;
        }

        var failures = new List<ValidationFailure>();
        var (first, last) = (Tolerant.Date(input.From), Tolerant.Date(input.To));
        if (first is null || !IsNear(first.Value))
        {
            failures.Add(new ValidationFailure(
                nameof(input.From), shared.DateError(input.From, texts["Span.From.Wrong"])));
        }
        else if (last is null || !IsNear(last.Value))
        {
            failures.Add(new ValidationFailure(
                nameof(input.To), shared.DateError(input.To, texts["Span.To.Wrong"])));
        }
        else if (last < first)
        {
            failures.Add(new ValidationFailure(nameof(input.To), texts["Span.Order"]));
        }
        else if (Period.DaysBetween(first.Value, last.Value) >= MostDays)
        {
            failures.Add(new ValidationFailure(nameof(input.To), texts["Span.TooLong", MostDays]));
        }

        if (failures.Count > 0)
        {
            return (null, default, new ValidationResult(failures));
        }

        if (Tolerant.Code(input.FromTime).Length == 0 && Tolerant.Code(input.ToTime).Length == 0)
        {
            var days = new Interval(LocalDays.Of(first!.Value, zone).Start, LocalDays.Of(last!.Value, zone).End);
            return (TimeOffDetails.Days(first.Value, last.Value), days, new ValidationResult());
        }

        var start = Moment(first!.Value, input.FromTime, nameof(input.FromTime), Fold.Earlier, zone, failures);
        var end = Moment(last!.Value, input.ToTime, nameof(input.ToTime), Fold.Later, zone, failures);
        if (end <= start)
        {
            failures.Add(new ValidationFailure(nameof(input.ToTime), texts["Span.Order"]));
        }

        return failures.Count > 0
            ? (null, default, new ValidationResult(failures))
            : (TimeOffDetails.Exact(new Interval(start, end)), new Interval(start, end), new ValidationResult());
    }

    private static (string? Date, string? Time) Split(string? date, string? time) =>
        Tolerant.Code(time).Length == 0 && Tolerant.DateAndTime(date) is { } both
            ? (FieldPatterns.Date.Format(both.Date), FieldPatterns.Time.Format(both.TimeOfDay))
            : (date, time);

    private Instant? Moment(
        LocalDate date, string? typed, string field, Fold fold, DateTimeZone zone, List<ValidationFailure> failures)
    {
        if (Tolerant.Time(typed) is not { } time)
        {
            failures.Add(new ValidationFailure(field, texts["Span.Time.Wrong"]));
            return null;
        }

        // Where clocks show a time twice, both are taken in.
        switch (LocalTimes.Read(date + time, zone, fold))
        {
            case LocalTimeReading.Read read:
                return read.Time.ToInstant();
            case LocalTimeReading.Skipped skipped:
                failures.Add(
                    new ValidationFailure(field, texts["Span.Time.Skipped", Wording.LocalTime(skipped.NextValid)]));
                return null;
            default:
                throw new InvalidOperationException("A time that occurs twice was told apart.");
        }
    }

    private static bool IsNear(LocalDate date) => date.Year is >= 2000 and <= 2100;
}
