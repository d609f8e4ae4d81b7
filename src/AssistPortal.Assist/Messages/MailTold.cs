using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What has been written to somebody, as far as its truth goes by it.</summary>
internal sealed record MailTold
{
    public required Guid Id { get; init; }

    public required string Cause { get; init; }

    public required string SubjectId { get; init; }

    public required int Revision { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Language { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Its calendar entries.</summary>
    public required IReadOnlyList<CalendarFacts> Entries { get; init; }

    public bool IsTo(string address) => Recipient.Equals(address, StringComparison.OrdinalIgnoreCase);

    public static MailTold Of(OutboxMail mail) => new()
    {
        Id = mail.Id,
        Cause = mail.Cause,
        SubjectId = mail.SubjectId,
        Revision = mail.Revision,
        Recipient = mail.Recipient,
        Subject = mail.Subject,
        Language = mail.Language,
        CreatedAt = mail.CreatedAt,
        Entries = mail.Calendar is { } calendars ? CalendarFacts.AllOf(calendars) : [],
    };
}
