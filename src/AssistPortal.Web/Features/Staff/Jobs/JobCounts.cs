using AssistPortal.Assist.Jobs;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>How many orders of a job are how far.</summary>
/// <param name="ByState">Each state and reason that there is, with the number of its orders.</param>
public sealed record JobCounts(IReadOnlyDictionary<(JobItemState State, JobRefusal? Refusal), int> ByState)
{
    public int All => ByState.Values.Sum();

    public int Done => Of(JobItemState.Done);

    public int Waiting => Of(JobItemState.Waiting);

    public int Stopped => Of(JobItemState.Stopped);

    /// <summary>Not done, or by the forecast not to be done.</summary>
    public int Refused => ByState.Where(part => part.Key.Refusal is not null).Sum(part => part.Value);

    /// <summary>To be done, by the forecast.</summary>
    public int Possible => ByState.Where(part => part.Key is (JobItemState.Chosen, null)).Sum(part => part.Value);

    /// <summary>Done, refused or stopped.</summary>
    public int Ended => All - Waiting;

    /// <summary>Why orders are refused, the most frequent reason first.</summary>
    public IReadOnlyList<(JobRefusal Refusal, int Count)> Reasons =>
    [
        .. ByState.Where(part => part.Key.Refusal is not null)
            .GroupBy(part => part.Key.Refusal!.Value, part => part.Value)
            .Select(group => (group.Key, group.Sum()))
            .OrderByDescending(reason => reason.Item2)
            .ThenBy(reason => reason.Key),
    ];

    private int Of(JobItemState state) => ByState.Where(part => part.Key.State == state).Sum(part => part.Value);
}
