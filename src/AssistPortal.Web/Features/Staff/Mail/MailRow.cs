using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Mail;

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
