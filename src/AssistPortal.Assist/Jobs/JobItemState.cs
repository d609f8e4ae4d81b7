namespace AssistPortal.Assist.Jobs;

/// <summary>How far a job is with one of its orders.</summary>
public enum JobItemState
{
    /// <summary>Nobody has said yet that it is to be done.</summary>
    Chosen,

    /// <summary>To be done, or being done: see <see cref="OrderJobItem.LeaseUntil"/>.</summary>
    Waiting,

    Done,

    /// <summary>Not done, for <see cref="OrderJobItem.Refusal"/>.</summary>
    Refused,

    /// <summary>Not done: somebody has stopped the job before.</summary>
    Stopped,
}
