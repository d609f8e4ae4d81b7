using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>A page of the list.</summary>
/// <param name="Mails">Newest first.</param>
/// <param name="HasNewer">Whether there is a page before.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
/// <param name="GoOnFrom">Where a search for words goes on that has not looked through all times; null where it has.</param>
public sealed record MailListModel(IReadOnlyList<MailRow> Mails, bool HasNewer, bool HasOlder, MomentKey? GoOnFrom);

/// <param name="Waiting">Mails that wait to be sent.</param>
/// <param name="Oldest">When the oldest of them was written.</param>
/// <param name="FailedLately">Mails of the last seven days that were given up.</param>
/// <param name="Held">Mails that are kept back.</param>
public sealed record MailCounts(int Waiting, Instant? Oldest, int FailedLately, int Held);

/// <summary>A line of the list: a mail without its contents.</summary>
public sealed class MailRow
{
    public required Guid Id { get; init; }

    public required Instant CreatedAt { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Language { get; init; }

    public required OutboxMailState State { get; init; }

    public required MailFailure? Failure { get; init; }

    public required int Attempts { get; init; }

    public required Instant NextAttemptAt { get; init; }

    public required Instant? LeaseUntil { get; init; }

    public MomentKey Key => new(CreatedAt, Id);

    public bool IsBeingSentAt(Instant now) => State == OutboxMailState.Waiting && LeaseUntil > now;
}
