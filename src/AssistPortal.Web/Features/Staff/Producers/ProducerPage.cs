using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's profile.</summary>
public sealed record ProducerPage
{
    public required ProducerInput Input { get; init; }

    /// <summary>Names of the packages by their keys.</summary>
    public required IReadOnlyDictionary<int, string> Packages { get; init; }

    /// <summary>The producer as saved; null for a new one.</summary>
    public Producer? Producer { get; init; }

    /// <summary>What has no cover now.</summary>
    public IReadOnlyList<AssignedTime> Uncovered { get; init; } = [];

    /// <summary>What the change would leave without cover.</summary>
    public IReadOnlyList<AssignedTime> WouldUncover { get; init; } = [];

    public string? Notice { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}

/// <summary>The head of a producer's pages.</summary>
/// <param name="Producer">The producer.</param>
/// <param name="Here">Which page it is.</param>
/// <param name="Notice">What was just done.</param>
public sealed record ProducerHead(Producer Producer, ProducerPart Here, string? Notice);

/// <summary>The pages of one producer.</summary>
public enum ProducerPart
{
    Profile,
    Hours,
    TimeOff,
    Cover,
}

/// <summary>Assignments with links.</summary>
/// <param name="Times">The assignments.</param>
/// <param name="Zone">In which times are told.</param>
/// <param name="IsOwn">Whether the producer looks at them.</param>
public sealed record AssignmentTable(IReadOnlyList<AssignedTime> Times, DateTimeZone Zone, bool IsOwn);

/// <summary>Reservations that are without cover, or would be.</summary>
/// <param name="Table">The assignments.</param>
/// <param name="ProducerId">Whose they are.</param>
/// <param name="IsSaved">Whether it is so already.</param>
public sealed record UncoveredNotice(AssignmentTable Table, int ProducerId, bool IsSaved);
