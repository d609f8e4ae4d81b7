namespace AssistPortal.Assist.Jobs;

/// <summary>What became of an act on a job.</summary>
public enum JobOutcome
{
    Done,

    /// <summary>The forecast is another than the one that was seen, or none of its orders is left to be done.</summary>
    Changed,

    /// <summary>It is not there, somebody else's, or has begun.</summary>
    Gone,
}
