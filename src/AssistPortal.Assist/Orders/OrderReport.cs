using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>How an event went, as its producer or a coordinator has noted it.</summary>
public sealed class OrderReport
{
    public required Guid OrderId { get; init; }

    public int? Registered { get; private set; }

    public int? Attended { get; private set; }

    /// <summary>When it was first noted; the audit trail tells when it was corrected.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>
    /// Says how many people registered and came, where that is known, instead of what was said before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is below zero.</exception>
    internal void Count(int? registered, int? attended)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(registered ?? 0, nameof(registered));
        ArgumentOutOfRangeException.ThrowIfNegative(attended ?? 0, nameof(attended));
        (Registered, Attended) = (registered, attended);
    }
}

/// <summary>Where a recording of the event is.</summary>
public sealed class OrderRecording
{
    public const int AddressLength = 500;

    public long Id { get; private set; }

    public required Guid OrderId { get; init; }

    public required int Position { get; init; }

    /// <summary>An https address.</summary>
    public required string Address { get; init; }
}

/// <summary>What coordinators tell each other of an order; customers never see it.</summary>
public sealed class OrderNote
{
    public const int TextLength = 2000;

    public long Id { get; private set; }

    public required Guid OrderId { get; init; }

    public required Guid AuthorId { get; init; }

    public required Instant At { get; init; }

    public required string Text { get; init; }
}
