using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 3 as typed. The names are a public contract.</summary>
public sealed class EventInformationInput
{
    public string? Topic { get; set; }

    public string? MeetingNumber { get; set; }

    public string? MeetingUrl { get; set; }

    public string? ExpectedAttendees { get; set; }

    public string? Presenters { get; set; }

    public string? Agenda { get; set; }

    public string? RecordingFormat { get; set; }

    /// <summary>Hours of the extra, in half-hour steps; empty or 0 for none.</summary>
    public string? ConsultationHours { get; set; }

    /// <inheritdoc cref="ConsultationHours" />
    public string? RehearsalHours { get; set; }

    /// <inheritdoc cref="ConsultationHours" />
    public string? RecordingEditingHours { get; set; }

    /// <inheritdoc cref="ConsultationHours" />
    public string? RegistrationManagementHours { get; set; }

    /// <summary>A time at which the host would like a consultation or rehearsal, on the event's wall clock.</summary>
    public string? SessionWish1 { get; set; }

    /// <inheritdoc cref="SessionWish1" />
    public string? SessionWish2 { get; set; }

    /// <inheritdoc cref="SessionWish1" />
    public string? SessionWish3 { get; set; }

    /// <summary>Language of the assistance, as a culture name.</summary>
    public string? Language { get; set; }

    public string? OtherComments { get; set; }

    /// <summary>Who gets the report, for packages that have one.</summary>
    public string? ReportEmail { get; set; }

    public IEnumerable<string?> Wishes => [SessionWish1, SessionWish2, SessionWish3];

    /// <summary>What stands in step 3 now: the form as it was left unfinished, else what was filled in.</summary>
    public static EventInformationInput Of(OrderDraft draft) =>
        draft.UnfinishedInput<EventInformationInput>(OrderStep.EventInformation)
            ?? (draft.Event is { } information
                ? From(information)
                : new EventInformationInput { Language = AssistLanguages.English });

    /// <summary>What is known, to start from.</summary>
    public static EventInformationInput From(EventInformation information)
    {
        var details = information.Details;
        var input = new EventInformationInput
        {
            Topic = details.Topic,
            MeetingNumber = details.MeetingNumber,
            MeetingUrl = details.MeetingUrl,
            ExpectedAttendees = details.ExpectedAttendees > 0 ? $"{details.ExpectedAttendees}" : null,
            Presenters = details.Presenters,
            Agenda = details.Agenda,
            RecordingFormat = $"{details.RecordingFormat}",
            SessionWish1 = Wish(information, 0),
            SessionWish2 = Wish(information, 1),
            SessionWish3 = Wish(information, 2),
            Language = details.Language,
            OtherComments = details.OtherComments,
            ReportEmail = information.ReportEmail,
        };
        foreach (var extra in information.Extras)
        {
            ExtraField.Of(extra.Kind).Fill(input, ExtraHours.Text(extra.Minutes));
        }

        return input;
    }

    /// <summary>The typed fields as values, once <see cref="EventInformationValidator"/> has passed them.</summary>
    /// <param name="offered">Extras that the package offers; what was typed for others is left out.</param>
    public EventInformation Read(IEnumerable<ExtraRate> offered) => new(
        new EventDetails
        {
            Topic = Tolerant.Text(Topic),
            MeetingNumber = Tolerant.Digits(MeetingNumber),
            MeetingUrl = Tolerant.Code(MeetingUrl),
            ExpectedAttendees = Tolerant.Number(ExpectedAttendees) ?? 0,
            Presenters = Tolerant.Text(Presenters),
            Agenda = Tolerant.Text(Agenda),
            RecordingFormat = Enum.TryParse<RecordingFormat>(RecordingFormat, ignoreCase: true, out var format)
                ? format
                : default,
            Language = string.IsNullOrEmpty(Language) ? AssistLanguages.English : Language,
            OtherComments = Tolerant.Text(OtherComments),
        },
        Extras(offered),
        [.. Wishes.Select(Tolerant.DateAndTime).OfType<LocalDateTime>()],
        Tolerant.Email(ReportEmail));

    /// <summary>The extras that are chosen.</summary>
    /// <inheritdoc cref="Read" path="/param" />
    public IReadOnlyList<OrderedExtra> Extras(IEnumerable<ExtraRate> offered) =>
    [
        .. from rate in offered
           let minutes = ExtraHours.Minutes(ExtraField.Of(rate.Kind).In(this))
           where minutes > 0
           select new OrderedExtra(rate.Kind, minutes.Value),
    ];

    private static string? Wish(EventInformation information, int position) =>
        information.SessionWishes.Count > position
            ? FieldPatterns.DateAndTime.Format(information.SessionWishes[position])
            : null;
}
