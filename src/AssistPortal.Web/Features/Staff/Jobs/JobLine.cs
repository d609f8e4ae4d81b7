using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>An order of a job, with what is to become or became of it.</summary>
public sealed record JobLine
{
    public required int Position { get; init; }

    public required string Number { get; init; }

    public required string Topic { get; init; }

    public required Instant Start { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required string Currency { get; init; }

    public required JobItemState State { get; init; }

    public required JobRefusal? Refusal { get; init; }

    public required Guid? SeenOwnerId { get; init; }

    public required long? SeenFeeMinor { get; init; }

    public required long? FeeMinor { get; init; }

    /// <summary>Who assisted at the forecast; null where there is none.</summary>
    public required int? FormerProducerId { get; init; }

    public required int? PlannedProducerId { get; init; }

    public required int? ProducerId { get; init; }

    public required bool AsksLanguageAgain { get; init; }

    /// <summary>What is settled.</summary>
    public required IReadOnlyList<AttentionReason> Matters { get; init; }

    /// <summary>Keys of the sessions that stay with the former producer.</summary>
    public required IReadOnlyList<Guid> Staying { get; init; }

    /// <summary>IANA zone of the event.</summary>
    public required string TimeZone { get; init; }

    public RequestNumber RequestNumber => RequestNumber.Parse(Number);

    /// <summary>What cancelling has cost or is to cost; null for other acts.</summary>
    public Money? Fee => (FeeMinor ?? SeenFeeMinor) is { } minor ? new Money(minor, Currency) : null;
}
