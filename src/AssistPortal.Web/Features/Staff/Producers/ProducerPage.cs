using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;

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
