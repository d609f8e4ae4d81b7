using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's hours.</summary>
public sealed record HoursPage
{
    public required Producer Producer { get; init; }

    public required HoursInput Input { get; init; }

    /// <summary>Whether the producer looks at them.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What has no cover now.</summary>
    public IReadOnlyList<AssignedTime> Uncovered { get; init; } = [];

    /// <summary>What the change would leave without cover.</summary>
    public IReadOnlyList<AssignedTime> WouldUncover { get; init; } = [];

    public ChangedMeanwhile? Changed { get; init; }

    public string? Notice { get; init; }

    /// <summary>What has become of the copying of a day.</summary>
    public string? Copied { get; init; }

    public string View => IsOwn ? "OwnHours" : "Hours";

    public string Path => IsOwn ? "/producer/hours" : $"/staff/producers/{Producer.Id}/hours";
}
