using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Orders.Audit;

/// <summary>What a customer gave, with its fee and who assists: all that an edit of the order may change.</summary>
public sealed record OrderSnapshot
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required string Company { get; init; }

    public required int PackageId { get; init; }

    public required int DurationMinutes { get; init; }

    public required string Topic { get; init; }

    public required string MeetingNumber { get; init; }

    public required string MeetingUrl { get; init; }

    public required int ExpectedAttendees { get; init; }

    public required string Presenters { get; init; }

    public required string Agenda { get; init; }

    public required RecordingFormat RecordingFormat { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<OrderedExtra> Extras { get; init; }

    public required IReadOnlyList<LocalDateTime> SessionWishes { get; init; }

    public required string ReportEmail { get; init; }

    public required string OtherComments { get; init; }

    public required Money Fee { get; init; }

    public required int ProducerId { get; init; }

    /// <summary>The order as it is.</summary>
    public static OrderSnapshot Of(Order order) =>
        Of(OrderEdit.Of(order), new Money(order.StandardFeeMinor, order.Currency), order.ProducerId);

    /// <summary>The order as an edit would make it.</summary>
    public static OrderSnapshot Of(OrderEdit edit, Money fee, int producerId) => new()
    {
        FirstName = edit.Contact.FirstName,
        LastName = edit.Contact.LastName,
        Phone = edit.Contact.Phone,
        Email = edit.Contact.Email,
        Company = edit.Contact.Company,
        PackageId = edit.PackageId,
        DurationMinutes = edit.DurationMinutes,
        Topic = edit.Event.Topic,
        MeetingNumber = edit.Event.MeetingNumber,
        MeetingUrl = edit.Event.MeetingUrl,
        ExpectedAttendees = edit.Event.ExpectedAttendees,
        Presenters = edit.Event.Presenters,
        Agenda = edit.Event.Agenda,
        RecordingFormat = edit.Event.RecordingFormat,
        Language = edit.Event.Language,
        Extras = [.. edit.Extras.OrderBy(extra => extra.Kind)],
        SessionWishes = edit.SessionWishes,
        ReportEmail = edit.ReportEmail,
        OtherComments = edit.Event.OtherComments,
        Fee = fee,
        ProducerId = producerId,
    };

    /// <summary>Whether mails go to another address than they do there.</summary>
    public bool HasOtherAddressThan(OrderSnapshot other) =>
        !Email.Equals(other.Email, StringComparison.OrdinalIgnoreCase);
}
