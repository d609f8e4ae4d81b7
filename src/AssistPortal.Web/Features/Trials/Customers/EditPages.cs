using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Gathers what the page shows on which a trial is changed.</summary>
public sealed class EditPages(RefusalWords refusals, IClock clock)
{
    public async Task<EditPage> OfAsync(Trial trial, EditTrialInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var extension = EditRefusal.OfExtension(trial, now);
        var adding = EditRefusal.OfState(EditPart.Services, trial.StateAt(now));
        return new EditPage
        {
            Trial = trial,
            Input = input,
            NoExtension = extension is null
                ? null
                : await refusals.TextOfAsync(extension, trial.Zone, cancellationToken),
            NoAdding = adding is null ? null : await refusals.TextOfAsync(adding, trial.Zone, cancellationToken),
            CutOff = trial.Life.CutOffDate(now),
            Extended = trial.Life with { End = trial.EndDate.PlusDays(Trial.ExtensionDaysOnce) },
            Now = now,
        };
    }
}
