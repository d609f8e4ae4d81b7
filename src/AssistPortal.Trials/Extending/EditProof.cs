using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Starting;
using NodaTime;

namespace AssistPortal.Trials.Extending;

/// <summary>Whether a trial can be changed so.</summary>
internal sealed class EditProof(OrganisationFinder organisations, NumberBook numbers)
{
    public async Task<List<EditRefusal>> RefusalsAsync(
        Trial trial, TrialEdit edit, Instant now, CancellationToken cancellationToken)
    {
        List<EditRefusal> refusals = [];
        if (edit.Extends && EditRefusal.OfExtension(trial, now) is { } extension)
        {
            refusals.Add(extension);
        }

        if (edit.Services.Count > 0 || edit.PhoneNumbers.Count > 0)
        {
            refusals.AddRange(
                EditRefusal.OfState(edit.Services.Count > 0
                    ? EditPart.Services
                    : EditPart.Numbers, trial.StateAt(now)) is { } tooLate
                    ? [tooLate]
                    : await OfAddingAsync(trial, edit, now, cancellationToken));
        }

        return refusals;
    }

    private async Task<List<EditRefusal>> OfAddingAsync(
        Trial trial, TrialEdit edit, Instant now, CancellationToken cancellationToken)
    {
        List<EditRefusal> refusals =
        [
            .. edit.Services.Keys.Order().Where(trial.Has)
                .Select(service => new EditRefusal(EditPart.Services, EditRefusalReason.HasService, $"{service}")),
        ];
        if (edit.SiteHost is { } host && await IsTakenAsync(trial, host, now, cancellationToken))
        {
            refusals.Add(new EditRefusal(EditPart.Site, EditRefusalReason.SiteTaken, host));
        }

        if (edit.PhoneNumbers.Count > 0
            && !trial.Has(CloudService.Call)
            && !edit.Services.ContainsKey(CloudService.Call))
        {
            refusals.Add(new EditRefusal(EditPart.Numbers, EditRefusalReason.NoCall));
            return refusals;
        }

        refusals.AddRange((await numbers.TakenAsync(edit.PhoneNumbers, cancellationToken))
            .Select(number => new EditRefusal(EditPart.Numbers, EditRefusalReason.NumberTaken, number)));
        return refusals;
    }

    private async Task<bool> IsTakenAsync(Trial trial, string host, Instant now, CancellationToken cancellationToken) =>
        (await organisations.FindAsync(trial.PartnerId, [], host, now, cancellationToken)).Exists(
            found => found.TrialId != trial.Id);
}
