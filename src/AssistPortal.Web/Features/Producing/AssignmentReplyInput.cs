namespace AssistPortal.Web.Features.Producing;

/// <summary>What a producer says to an assignment.</summary>
public sealed class AssignmentReplyInput
{
    /// <summary>The assignment that was shown.</summary>
    public string? Assignment { get; set; }

    /// <summary>Version of the answer that stood there; 0 for none.</summary>
    public string? Version { get; set; }

    /// <summary>Why the producer can't.</summary>
    public string? Reason { get; set; }
}
