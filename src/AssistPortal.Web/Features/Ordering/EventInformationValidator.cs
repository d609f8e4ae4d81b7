using System.Linq.Expressions;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The rules of step 3, with what they need to know of the rest of the order.</summary>
public sealed partial class EventInformationValidator(
    IStringLocalizer<OrderingTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    public FluentValidation.Results.ValidationResult Validate(
        EventInformationInput input, OrderSummary order, LocalDateTime nowAtEvent) =>
        Validate(input, order.Site, order.Package, order.Draft.Time!, nowAtEvent);

    /// <param name="input">What is typed.</param>
    /// <param name="site">The site on which the meeting is.</param>
    /// <param name="package">The package.</param>
    /// <param name="time">When the event takes place.</param>
    /// <param name="earliest">After which wished times of sessions lie, on the event's wall clock.</param>
    public FluentValidation.Results.ValidationResult Validate(
        EventInformationInput input, Site site, ServicePackage package, EventTime time, LocalDateTime earliest) =>
        new Rules(site, package, time, earliest, texts, shared).Validate(input);

    [GeneratedRegex("^[0-9]{9,11}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MeetingNumber();

    private sealed class Rules : AbstractValidator<EventInformationInput>
    {
        public Rules(
            Site site,
            ServicePackage package,
            EventTime time,
            LocalDateTime earliest,
            IStringLocalizer<OrderingTexts> texts,
            IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.Topic).RequiredText(EventDetails.TopicLength, () => texts["Topic.Missing"], shared);
            RuleFor(input => input.MeetingNumber)
                .Must(typed => Tolerant.Digits(typed).Length == 0 || MeetingNumber().IsMatch(Tolerant.Digits(typed)))
                .WithMessage(texts["MeetingNumber.Wrong"]);
            RuleFor(input => input.MeetingUrl)
                .Must(typed => Tolerant.Code(typed).Length == 0 || SiteAddress.IsOnSite(
                    Tolerant.Code(typed),
                    site.HostName)).WithMessage(texts["MeetingUrl.Wrong", site.HostName])
                .Must(typed => Tolerant.Code(typed).Length <= EventDetails.MeetingUrlLength)
                .WithMessage(shared["Error.TooLong", EventDetails.MeetingUrlLength]);
            RuleFor(input => input.ExpectedAttendees).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(texts["Attendees.Missing"])
                .Must(typed => Tolerant.Number(typed) is >= 1 and <= EventDetails.MaximumAttendees)
                .WithMessage(texts["Attendees.Wrong", EventDetails.MaximumAttendees.ToString(
                    "N0", System.Globalization.CultureInfo.CurrentCulture)]);
            RuleFor(input => input.Presenters).OptionalText(EventDetails.PresentersLength, shared);
            RuleFor(input => input.Agenda).OptionalText(EventDetails.AgendaLength, shared);
            RuleFor(input => input.RecordingFormat)
                .Must(typed => string.IsNullOrEmpty(typed)
                    || Enum.GetNames<RecordingFormat>().Contains(typed, StringComparer.OrdinalIgnoreCase))
                .WithMessage(texts["Recording.Wrong"]);
            RuleFor(input => input.Language)
                .Must(
                    typed => string.IsNullOrEmpty(typed) || AssistLanguages.All.Contains(typed, StringComparer.Ordinal))
                .WithMessage(texts["Language.Wrong"]);
            RuleFor(input => input.OtherComments).OptionalText(EventDetails.OtherCommentsLength, shared);
            if (package.HasReport)
            {
                RuleFor(input => input.ReportEmail).OptionalEmailAddress(shared);
            }

            foreach (var extra in ExtraField.All)
            {
                RuleFor(extra.Field)
                    .Must(typed => ExtraHours.Minutes(typed) is not null)
                    .WithMessage(texts["Extra.Wrong"]);
            }

            var eventStart = time.LocalStart.LocalDateTime;
            Wish(input => input.SessionWish1);
            Wish(input => input.SessionWish2);
            Wish(input => input.SessionWish3);

            void Wish(Expression<Func<EventInformationInput, string?>> field) => RuleFor(field)
                .Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length == 0 || Tolerant.DateAndTime(typed) is not null)
                .WithMessage(texts["Wish.Unreadable"])
                .Must(typed => Tolerant.DateAndTime(typed) is not { } wish || (wish > earliest && wish < eventStart))
                .WithMessage(texts["Wish.NotBefore", Wording.LocalTime(eventStart)]);
        }
    }
}
