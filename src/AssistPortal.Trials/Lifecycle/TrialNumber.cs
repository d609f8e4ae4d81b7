using AssistPortal.Data;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>A phone number of a trial with Call. No two trials have the same until it is released.</summary>
public sealed class TrialNumber
{
    public const int Length = 30;

    private TrialNumber()
    {
    }

    /// <param name="trialId">The trial.</param>
    /// <param name="number">With its country: <c>+</c> and digits.</param>
    /// <exception cref="ArgumentException">The number is blank or too long.</exception>
    public TrialNumber(Guid trialId, string number) => (TrialId, Number) = (trialId, Guard.Filled(Length, number));

    public Guid TrialId { get; private set; }

    public string Number { get; private set; } = "";
}
