using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Checking;

/// <summary>
/// Each trial's dates against each other, and what hangs on it against them; some trials at a time, so memory is
/// bounded.
/// </summary>
internal sealed class TrialsCheck(PortalDbContext db) : IDatabaseCheck
{
    private const int AtOnce = 500;

    public async Task CheckAsync(CheckReport report, CheckScope scope, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Trial>().Select(trial => trial.Id).ToListAsync(cancellationToken);
        var rest = new TrialRests(db, report);
        var notices = new NoticeCheck(db, report, scope.MailsFrom);
        var devices = new DeviceCheck(db, report);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var trials = await db.Set<Trial>().AsNoTracking()
                .Where(trial => some.Contains(trial.Id))
                .ToDictionaryAsync(trial => trial.Id, cancellationToken);
            report.Count("trials", trials.Count);
            await rest.ReadAsync(trials, cancellationToken);
            foreach (var trial in trials.Values)
            {
                new TrialCheck(report, trial).Check(rest.HasLostCall(trial));
                rest.Check(trial);
            }

            await notices.CheckAsync(trials, cancellationToken);
            await devices.CheckAsync(trials, cancellationToken);
        }

        await devices.FindLentTwiceAsync(cancellationToken);
        await FindTwoLiveAsync(report, cancellationToken);
    }

    private async Task FindTwoLiveAsync(CheckReport report, CancellationToken cancellationToken)
    {
        var twice = await db.Set<Trial>()
            .Where(trial => trial.EndedAt == null && trial.ConvertedAt == null)
            .GroupBy(trial => trial.OrganisationId)
            .Where(live => live.Count() > 1)
            .Select(live => live.Key)
            .ToListAsync(cancellationToken);
        twice.ForEach(organisation => report.Add(TrialFinding.TwoLiveTrials, $"organisation {organisation}"));
    }
}
