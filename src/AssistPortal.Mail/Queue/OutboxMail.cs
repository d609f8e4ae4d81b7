using System.Buffers.Binary;
using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>
/// One mail to one recipient, written in the transaction of the change that causes it and sent afterwards.
/// Everything that goes into a header is harmless from construction on.
/// </summary>
public sealed partial class OutboxMail
{
    public const int KeyLength = 60;
    public const int AddressLength = 254;
    public const int ErrorLength = 500;
    public const int SummaryLength = 500;
    public const int TraceParentLength = 55;

    /// <summary>
    /// How causes begin of mails that tell somebody what has changed in how their account is entered.
    /// </summary>
    public const string AccountNews = "account.news.";

    internal const int SearchTextLength = AddressLength + (2 * HeaderText.MaxLength);

    private OutboxMail()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>What it is sent for, such as <c>order.placed</c>.</summary>
    public string Cause { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    public int Revision { get; private set; }

    public string Recipient { get; private set; } = "";

    public string? RecipientName { get; private set; }

    /// <summary>With angle brackets; the same at every attempt, so that a repeated mail can be recognised.</summary>
    public string MessageId { get; private set; } = "";

    /// <summary>Message-ID of the first mail of the thread, with angle brackets.</summary>
    public string? InReplyTo { get; private set; }

    public string Language { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Recipient and subject as they are searched: see <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The mail in one sentence.</summary>
    public string Summary { get; private set; } = "";

    public string TextBody { get; private set; } = "";

    public string HtmlBody { get; private set; } = "";

    /// <summary>The iCalendar objects of the mail, one after the other; mostly one.</summary>
    public string? Calendar { get; private set; }

    /// <summary>What the mail asks of the reader's calendar; null where it has several objects, or none.</summary>
    public CalendarMethod? CalendarMethod { get; private set; }

    public string? ReplyTo { get; private set; }

    /// <summary>
    /// What the domain calls then, to the microsecond; no two mails of one transaction share it, so it is also their
    /// order.
    /// </summary>
    public Instant CreatedAt { get; private set; }

    public OutboxMailState State { get; private set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; private set; }

    public Instant NextAttemptAt { get; private set; }

    /// <summary>Until when <see cref="LeaseOwner"/> alone may send it; a lease that ran out counts as none.</summary>
    public Instant? LeaseUntil { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    public Instant? SentAt { get; private set; }

    /// <summary>Why the last attempt failed; null where none has, or it was sent.</summary>
    public MailFailure? Failure { get; private set; }

    /// <summary>The same in the words of the transport, for staff; may name the recipient, so never for logs.</summary>
    public string? LastError { get; private set; }

    /// <summary>Attempts of which no server told the outcome before its lease ran out.</summary>
    public int Interruptions { get; private set; }

    /// <summary>When staff last had it sent again; null where they never did.</summary>
    public Instant? ResentAt { get; private set; }

    /// <summary>The act that wrote it, as a W3C <c>traceparent</c>; null where nobody traces.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>The mail in which a <see cref="OutboxMailState.Digested"/> one went out.</summary>
    public Guid? DigestId { get; private set; }

    /// <summary>Entries of a digest's mails, each as an iCalendar object; not stored with it.</summary>
    internal IReadOnlyList<string> EnclosedCalendars { get; private set; } = [];

    /// <summary>
    /// Whether an attempt at it has failed before, or staff have had it sent: what goes at once is due as soon as it is
    /// written.
    /// </summary>
    internal bool IsTriedAgain => Failure is not null || NextAttemptAt - WrittenAt > Duration.FromMilliseconds(1);

    /// <summary>
    /// When it was written, in real time as <see cref="NextAttemptAt"/>: its id tells, to the millisecond.
    /// </summary>
    private Instant WrittenAt =>
        Instant.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Id.ToByteArray(bigEndian: true)) >>> 16);

    /// <summary>Whether it is on its way in this moment.</summary>
    public bool IsBeingSentAt(Instant now) => State == OutboxMailState.Waiting && LeaseUntil > now;

    /// <summary>The row of a mail that waits to be sent, alone or with the next digest.</summary>
    /// <exception cref="ArgumentException">Cause, subject id or recipient is empty or too long.</exception>
    internal static OutboxMail From(
        MailToWrite mail, MailContent content, MailOptions options, Instant createdAt, Instant now)
    {
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        return new OutboxMail
        {
            SearchText = FoldedText.Of(
                SearchTextLength,
                HeaderText.Clean(mail.Recipient),
                HeaderText.Clean(mail.RecipientName ?? ""),
                HeaderText.Clean(mail.Subject)),
            Id = id,
            Cause = Key(mail.Cause, KeyLength),
            SubjectId = Key(mail.SubjectId, KeyLength),
            Revision = mail.Revision,
            Recipient = Key(mail.Recipient, AddressLength),
            RecipientName = Optional(mail.RecipientName),
            MessageId = MessageIdOf($"{id:N}", options.From),
            InReplyTo = Optional(mail.InReplyTo),
            Language = Key(mail.Language, KeyLength),
            Subject = HeaderText.Clean(mail.Subject),
            Summary = HeaderText.Clean(mail.Body.Preheader, SummaryLength),
            TextBody = content.Text,
            HtmlBody = content.Html,
            Calendar = content.Calendar,
            CalendarMethod = mail.FurtherCalendars.Count == 0 ? mail.Calendar?.Method : null,
            ReplyTo = Optional(mail.ReplyTo ?? options.ReplyTo),
            CreatedAt = createdAt,
            State = mail.CollectUntil is null ? OutboxMailState.Waiting : OutboxMailState.Collected,
            NextAttemptAt = mail.CollectUntil ?? now,
            TraceParent = MailTracing.Current(),
        };
    }

    private static string MessageIdOf(string name, string from) =>
        $"<{name}@{new IdnMapping().GetAscii(from[(from.LastIndexOf('@') + 1)..])}>";

    private static string Key(string text, int maxLength)
    {
        var clean = HeaderText.Clean(text);
        ArgumentException.ThrowIfNullOrEmpty(clean, nameof(text));
        return clean.Length <= maxLength
            ? clean
            : throw new ArgumentException($"Longer than {maxLength} characters.", nameof(text));
    }

    private static string? Optional(string? text) =>
        text is not null && HeaderText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
