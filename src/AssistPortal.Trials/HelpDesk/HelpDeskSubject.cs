namespace AssistPortal.Trials.HelpDesk;

/// <summary>What the help desk is asked about.</summary>
/// <param name="TrialId">The trial; null where it is not known.</param>
/// <param name="DeviceId">The device; null where it is about none, or several.</param>
internal sealed record HelpDeskSubject(Guid? TrialId, Guid? DeviceId = null)
{
    /// <summary>A demo loan number, as it is compared.</summary>
    public string? LoanNumber { get; init; }

    /// <summary>What else is said; empty for nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where a label is posted to.</summary>
    public string? PostalAddress { get; init; }
}
