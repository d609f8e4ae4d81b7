using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A trial with all that hangs on it.</summary>
public sealed record TrialPage
{
    public required Trial Trial { get; init; }

    public required Instant Now { get; init; }

    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }

    /// <summary>What went with it; null where nothing has.</summary>
    public required Tombstone? Stone { get; init; }

    public required ContactInput Input { get; init; }

    /// <summary>Host of the customer's site; null where there is none.</summary>
    public string? SiteHost { get; init; }

    /// <summary>Administrators first.</summary>
    public IReadOnlyList<TrialPerson> People { get; init; } = [];

    public int PeopleCount { get; init; }

    public IReadOnlyList<string> Numbers { get; init; } = [];

    public IReadOnlyList<TrialUsage> Usage { get; init; } = [];

    public int Devices { get; init; }

    public IReadOnlyList<TrialTalk> Notes { get; init; } = [];

    public IReadOnlyList<TrialAct> Acts { get; init; } = [];

    /// <summary>What has just been done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Refusal { get; init; }

    public TrialState State => Trial.StateAt(Now);

    public int? DaysLeft => Trial.Life.DaysLeftAt(Now);

    public string Path => $"{CustomerListPage.Path}/{Trial.Id}";

    public bool IsOver => State == TrialState.Ended;
}
