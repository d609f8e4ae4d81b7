using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>What people do with a trial.</summary>
public sealed partial class Trial
{
    /// <summary>A trial that starts today.</summary>
    /// <param name="start">What is to be known of it.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="ArgumentException">Something is out of range: it was to be proven before.</exception>
    public static Trial Begin(TrialStart start, Instant now)
    {
        var trial = new Trial
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            PartnerId = start.PartnerId,
            OrganisationId = start.OrganisationId,
            Company = Guard.TypedFilled(CompanyLength, start.Company),
            CompanyKey = KeyOf(start.Company),
            Country = Guard.Filled(CountryLength, start.Country),
            TimeZone = Guard.TimeZone(start.TimeZone),
            Language = Guard.Filled(LanguageLength, start.Language),
            LengthDays = Lengths.Contains(start.LengthDays)
                ? start.LengthDays
                : throw new ArgumentOutOfRangeException(nameof(start), start.LengthDays, "No length of a trial."),
            CreatedAt = now,
        };
        trial.StartDate = now.InZone(trial.Zone).Date;
        trial.EndDate = trial.StartDate.PlusDays(start.LengthDays);
        foreach (var (service, amount) in start.Services)
        {
            trial.services.Add(new TrialService(trial.Id, service, amount, trial.StartDate));
        }

        trial.Reckon(now);
        return trial;
    }

    /// <summary>A text by which companies are found.</summary>
    public static string KeyOf(string company) =>
        TypedText.CutToUnits(FoldedText.Of(company), CompanyKeyLength);

    /// <summary>Adds thirty days to the current end, once.</summary>
    /// <exception cref="InvalidOperationException">It is not active, or was extended before.</exception>
    public void Extend(Guid actorId, Instant now)
    {
        GuardState(now, TrialState.Active);
        if (ExtendedAt is not null)
        {
            throw new InvalidOperationException($"Trial {Id} was extended before.");
        }

        (ExtendedAt, ExtendedBy) = (now, actorId);
        EndDate = EndDate.PlusDays(ExtensionDaysOnce);
        Reckon(now);
    }

    /// <summary>Adds a service that it has not yet.</summary>
    /// <exception cref="InvalidOperationException">It is not active, or has the service.</exception>
    public void Add(CloudService service, int amount, Instant now)
    {
        GuardState(now, TrialState.Active);
        if (Has(service))
        {
            throw new InvalidOperationException($"Trial {Id} has {service}.");
        }

        services.Add(new TrialService(Id, service, amount, Life.TodayAt(now)));
        Touch();
    }

    /// <summary>Makes it paid; services that nothing ordered covers are lost.</summary>
    /// <exception cref="InvalidOperationException">It is neither active nor in grace.</exception>
    public void Convert(IReadOnlyCollection<CloudService> lost, Instant now)
    {
        GuardState(now, TrialState.Active, TrialState.Expired);
        ConvertedAt = now;
        foreach (var service in services.Where(item => lost.Contains(item.Service)))
        {
            service.Lose();
        }

        Reckon(now);
    }

    /// <summary>The partner has spoken with the customer.</summary>
    public void NoteContact(Instant now) => ContactedAt = now;

    /// <summary>
    /// Has the row written with whatever hangs on it: of two acts at once, such as a new user and the cut-off, the
    /// database takes one.
    /// </summary>
    public void Touch() => Touches++;

    /// <summary>Only there to be different after <see cref="Touch"/>.</summary>
    public int Touches { get; private set; }

    private void GuardState(Instant now, params ReadOnlySpan<TrialState> states)
    {
        if (!states.Contains(StateAt(now)))
        {
            throw new InvalidOperationException($"Trial {Id} is {StateAt(now)}.");
        }
    }
}
