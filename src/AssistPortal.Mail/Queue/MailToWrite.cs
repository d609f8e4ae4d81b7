using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Templates;
using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>
/// One mail as its message class composes it, under <see cref="MailCulture.Of"/> the recipient's language.
/// </summary>
public sealed record MailToWrite
{
    /// <summary>What it is sent for, as a stable key such as <c>order.placed</c>; at most 60 characters.</summary>
    public required string Cause { get; init; }

    /// <summary>The order or other thing that it is about, at most 60 characters; its mails keep their order.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Which change of the subject caused it; a cause may mail one recipient once per revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Bare mail address, at most 254 characters.</summary>
    public required string Recipient { get; init; }

    public string? RecipientName { get; init; }

    /// <summary>Culture name of the mail's language, such as <c>zh-Hant</c>.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    public required MailBody Body { get; init; }

    public CalendarInvitation? Calendar { get; init; }

    /// <summary>
    /// Entries beside <see cref="Calendar"/>. All of them are enclosed as files then, each an object of its own.
    /// </summary>
    public IReadOnlyList<CalendarInvitation> FurtherCalendars { get; init; } = [];

    /// <summary>Where answers go; null takes <see cref="MailOptions.ReplyTo"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Message-ID of the first mail of the thread (<see cref="Outbox.FindThreadAsync"/>); null starts one.
    /// </summary>
    public string? InReplyTo { get; init; }

    /// <summary>
    /// When the recipient's next digest is due, with which it may go; null sends it by itself at once.
    /// </summary>
    public Instant? CollectUntil { get; init; }
}
