using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>What a draft was begun for, and whether anything was done with it since.</summary>
public sealed record BegunDraft
{
    public required Guid Id { get; init; }

    public required Guid OpenedById { get; init; }

    public required bool IsByStaff { get; init; }

    public required Guid? HostUserId { get; init; }

    public required int SiteId { get; init; }

    public required int PackageId { get; init; }

    public required string ContactEmail { get; init; }

    public required string? OverrideReason { get; init; }

    public required string? MailLanguage { get; init; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>Whether no step was passed.</summary>
    internal bool IsAtFirstStep { get; init; }

    /// <summary>What was typed without passing a step.</summary>
    internal IReadOnlyList<UnfinishedForm> Unfinished { get; init; } = [];

    internal bool IsUntouched => IsAtFirstStep && Unfinished.Count == 0;
}
