using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Several trials that are extended together: what will happen to each, and what has.</summary>
public sealed class ExtendPages(PartnerAccess access, TrialEdits edits, RefusalWords refusals, IClock clock)
{
    /// <summary>Null where one of the trials is not there, or another partner's.</summary>
    public async Task<ExtendPage?> ForecastAsync(
        IReadOnlyList<string?> typed, Guid userId, CancellationToken cancellationToken) =>
        await FindAsync(typed, userId, cancellationToken) is { } trials
            ? new ExtendPage([.. await LinesAsync(trials, cancellationToken)])
            : null;

    /// <summary>
    /// Extends those that can be extended. Null where one of the trials is not there, or another partner's.
    /// </summary>
    public async Task<ExtendPage?> ExtendAsync(
        IReadOnlyList<string?> typed, Guid userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(typed, userId, cancellationToken) is not { } trials)
        {
            return null;
        }

        List<ExtendLine> lines = [];
        foreach (var trial in trials)
        {
            var against = await edits.ChangeAsync(trial.Id, TrialEdit.Extension, userId, cancellationToken);
            lines.Add(await LineAsync(trial, against.Count > 0 ? against[0] : null, cancellationToken));
        }

        return new ExtendPage(lines);
    }

    private async Task<List<Trial>?> FindAsync(
        IReadOnlyList<string?> typed, Guid userId, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. typed.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct()];
        var trials = ids.Count > CustomerList.PageSize
            ? []
            : await access.TrialsOf(userId).AsNoTracking()
                .Where(trial => ids.Contains(trial.Id))
                .OrderBy(trial => trial.EndsAt)
                .ThenBy(trial => trial.Id)
                .ToListAsync(cancellationToken);
        return trials.Count == ids.Count ? trials : null;
    }

    private async Task<List<ExtendLine>> LinesAsync(List<Trial> trials, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<ExtendLine> lines = [];
        foreach (var trial in trials)
        {
            lines.Add(await LineAsync(trial, EditRefusal.OfExtension(trial, now), cancellationToken));
        }

        return lines;
    }

    private async Task<ExtendLine> LineAsync(Trial trial, EditRefusal? refusal, CancellationToken cancellationToken) =>
        new(
            trial,
            trial.EndDate.PlusDays(Trial.ExtensionDaysOnce),
            refusal is null ? null : await refusals.TextOfAsync(refusal, trial.Zone, cancellationToken));
}
