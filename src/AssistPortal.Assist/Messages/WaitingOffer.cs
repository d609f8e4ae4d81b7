using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What a host who waited is told of a producer who has become free.</summary>
internal sealed record WaitingOffer
{
    /// <summary>The waiting wish.</summary>
    public required Guid WishId { get; init; }

    /// <summary>How many offers there were for it before.</summary>
    public required int Count { get; init; }

    public required string Recipient { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>In the mail's language.</summary>
    public required string Package { get; init; }

    public required string Site { get; init; }

    public required EventTime Time { get; init; }

    /// <summary>Until when the producer is held, in the host's own zone.</summary>
    public required ZonedDateTime Until { get; init; }
}
