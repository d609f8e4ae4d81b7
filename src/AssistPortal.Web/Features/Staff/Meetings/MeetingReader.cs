using System.Globalization;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>
/// Reads a meeting that was typed, or says what is wrong with it, in the words that ordering has for the same.
/// </summary>
public sealed class MeetingReader(
    IStringLocalizer<OrderingTexts> ordering,
    IStringLocalizer<TimesTexts> times,
    IStringLocalizer<MeetingsTexts> texts,
    IStringLocalizer<SharedTexts> shared)
{
    private readonly Dictionary<int, Rules> rulesOfSites = [];

    /// <param name="input">What was typed.</param>
    /// <param name="site">The site at which the meeting is; null where none is chosen.</param>
    /// <returns>The meeting, or what is wrong.</returns>
    public (MeetingDetails? Details, ValidationResult Result) Read(MeetingInput input, Site? site)
    {
        var id = site?.Id ?? 0;
        if (!rulesOfSites.TryGetValue(id, out var rules))
        {
            rulesOfSites.Add(id, rules = new Rules(site?.HostName ?? "", ordering, times, texts, shared));
        }

        var result = rules.Validate(input);
        if (site is null)
        {
            // Only the link can't be judged then.
            result.Errors.Add(new ValidationFailure(nameof(input.SiteId), texts["SiteId.Unknown"]));
        }

        switch (input.ReadLocal(Tolerant.Zone(input.TimeZone)))
        {
            case LocalTimeReading.Read(var start) when result.IsValid:
                return (input.Read(start), result);
            case LocalTimeReading.Skipped(var next):
                result.Errors.Add(new ValidationFailure(
                    nameof(input.StartTime),
                    times["StartTime.Skipped", Wording.Zone(Tolerant.Code(input.TimeZone)), Wording.LocalTime(next)]));
                break;
            case LocalTimeReading.Doubled:
                result.Errors.Add(new ValidationFailure(nameof(input.Fold), times["Fold.Missing"]));
                break;
        }

        return (null, result);
    }

    private sealed class Rules : AbstractValidator<MeetingInput>
    {
        public Rules(
            string hostName,
            IStringLocalizer<OrderingTexts> ordering,
            IStringLocalizer<TimesTexts> times,
            IStringLocalizer<MeetingsTexts> texts,
            IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.HostId)
                .RequiredText(MeetingDetails.HostIdLength, () => texts["HostId.Missing"], shared)
                .AsCode(MeetingDetails.HostIdLength, shared);
            RuleFor(input => input.HostEmail).EmailAddress(() => ordering["HostEmail.Missing"], shared);
            RuleFor(input => input.Topic).RequiredText(
                EventDetails.TopicLength, () => ordering["Topic.Missing"], shared);
            RuleFor(input => input.MeetingNumber)
                .Must(typed => Tolerant.Digits(typed) is { Length: >= 9 and <= 11 } digits
                    && digits.All(char.IsAsciiDigit))
                .WithMessage(_ => ordering["MeetingNumber.Wrong"]);
            RuleFor(input => input.MeetingUrl).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length == 0
                    || hostName.Length == 0
                    || SiteAddress.IsOnSite(Tolerant.Code(typed), hostName))
                .WithMessage(_ => ordering["MeetingUrl.Wrong", hostName])
                .Must(typed => Tolerant.Code(typed).Length <= EventDetails.MeetingUrlLength)
                .WithMessage(_ => shared["Error.TooLong", EventDetails.MeetingUrlLength]);
            RuleFor(input => input.StartDate).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => times["StartDate.Missing"])
                .Must(typed => Tolerant.Date(typed) is { Year: >= 2000 and < 2100 })
                    .WithMessage((_, typed) => shared.DateError(typed, times["StartDate.Unreadable"]));
            RuleFor(input => input.StartTime).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => times["StartTime.Missing"])
                .Must(typed => Tolerant.Time(typed) is { Second: 0 }).WithMessage(_ => times["StartTime.Unreadable"]);
            RuleFor(input => input.TimeZone).TimeZone(times);
            RuleFor(input => input.DurationMinutes).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["Duration.Missing"])
                .Must(typed =>
                    Tolerant.Number(typed) is >= MeetingDetails.ShortestMinutes and <= MeetingDetails.LongestMinutes)
                .WithMessage(
                    _ => texts["Duration.Wrong", MeetingDetails.ShortestMinutes, MeetingDetails.LongestMinutes]);
            RuleFor(input => input.ExpectedAttendees)
                .Must(typed => Tolerant.Code(typed).Length == 0
                    || Tolerant.Number(typed) is >= 1 and <= EventDetails.MaximumAttendees)
                .WithMessage(_ => ordering["Attendees.Wrong", EventDetails.MaximumAttendees.ToString(
                    "N0", CultureInfo.CurrentCulture)]);
            RuleFor(input => input.Presenters).OptionalText(EventDetails.PresentersLength, shared);
            RuleFor(input => input.Agenda).OptionalText(EventDetails.AgendaLength, shared);
        }
    }
}
