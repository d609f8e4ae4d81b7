using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>A service of a trial.</summary>
public sealed class TrialService
{
    private TrialService()
    {
    }

    internal TrialService(Guid trialId, CloudService service, int amount, LocalDate addedOn) =>
        (TrialId, Service, Amount, AddedOn) =
            (trialId, Guard.Named(service), Guard.Between(1, Trial.MostLicences, amount), addedOn);

    public Guid TrialId { get; private set; }

    public CloudService Service { get; private set; }

    /// <summary>How many licences.</summary>
    public int Amount { get; private set; }

    /// <summary>In the customer's zone.</summary>
    public LocalDate AddedOn { get; private set; }

    /// <summary>Whether a conversion left it behind; false also while nothing is converted.</summary>
    public bool IsLost { get; private set; }

    internal void Lose() => IsLost = true;
}
