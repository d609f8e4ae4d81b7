namespace AssistPortal.Trials.Starting;

/// <summary>What became of a trial that was to start.</summary>
/// <param name="TrialId">The trial; null where it was refused, and nothing has changed.</param>
/// <param name="Refusals">Why; none where it has started.</param>
public sealed record StartResult(Guid? TrialId, IReadOnlyList<StartRefusal> Refusals);

/// <summary>Something that stands against a trial.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">By what it is recognised.</param>
/// <param name="What">That address, host or number.</param>
/// <param name="TrialId">The partner's own trial that is in the way; null where it is none of theirs.</param>
public sealed record StartRefusal(StartRefusalReason Reason, StartRefusalBy By, string What, Guid? TrialId = null);

public enum StartRefusalReason
{
    /// <summary>Another partner looks after the organisation: nothing more is said of it.</summary>
    Elsewhere,

    /// <summary>It is the partner's own customer, and paid.</summary>
    Paid,

    /// <summary>The partner's own trial of it still runs, or is in grace.</summary>
    Running,

    /// <summary>The partner's own trial of it is over, and its organisation is just going.</summary>
    Ending,

    /// <summary>Another trial has the phone number, or had it and it is not released yet.</summary>
    NumberTaken,
}

public enum StartRefusalBy
{
    Administrator,
    Site,
    Number,
}
