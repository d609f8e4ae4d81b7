using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Checking;

/// <summary>What hangs on trials, and what an end must have taken.</summary>
internal sealed class TrialRests(PortalDbContext db, CheckReport report)
{
    private HashSet<Guid> lostCall = [];
    private HashSet<Guid> stones = [];
    private HashSet<Guid> orders = [];
    private HashSet<Guid> numbers = [];
    private Dictionary<Guid, List<string>> left = [];

    /// <summary>Reads what belongs to some trials.</summary>
    public async Task ReadAsync(IReadOnlyDictionary<Guid, Trial> trials, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. trials.Keys];
        stones = await SetAsync(db.Set<Tombstone>().Select(stone => stone.TrialId));
        orders = await SetAsync(db.Set<PurchaseOrder>().Select(order => order.TrialId));
        numbers = await SetAsync(db.Set<TrialNumber>().Select(number => number.TrialId));
        lostCall = await SetAsync(db.Set<TrialService>()
            .Where(service => service.Service == CloudService.Call && service.IsLost)
            .Select(service => service.TrialId));
        left = ids.ToDictionary(id => id, _ => new List<string>());
        Note("services", await SetAsync(db.Set<TrialService>().Select(service => service.TrialId)));
        Note("notes", await SetAsync(db.Set<TrialNote>().Select(note => note.TrialId)));
        Note("wishes to buy", await SetAsync(db.Set<PurchaseRequest>().Select(request => request.TrialId)));
        var owners = trials.Values.Where(trial => trial.ErasedAt is not null)
            .ToLookup(trial => trial.OrganisationId, trial => trial.Id);
        List<Guid> organisations = [.. owners.Select(owner => owner.Key)];
        await NoteOrganisationsAsync("organisation", db.Set<Organisation>().Select(organisation => organisation.Id));
        await NoteOrganisationsAsync("users", db.Set<OrganisationMember>().Select(member => member.OrganisationId));
        await NoteOrganisationsAsync("usage", db.Set<UsageFigure>().Select(figure => figure.OrganisationId));

        async Task<HashSet<Guid>> SetAsync(IQueryable<Guid> trialIds) =>
            [.. await trialIds.Where(id => ids.Contains(id)).Distinct().ToListAsync(cancellationToken)];

        void Note(string what, IEnumerable<Guid> found)
        {
            foreach (var id in found)
            {
                left[id].Add(what);
            }
        }

        async Task NoteOrganisationsAsync(string what, IQueryable<Guid> found) => Note(
            what,
            (await found.Where(id => organisations.Contains(id)).Distinct().ToListAsync(cancellationToken))
                .SelectMany(id => owners[id]));
    }

    /// <summary>Whether a conversion left Call behind.</summary>
    public bool HasLostCall(Trial trial) => lostCall.Contains(trial.Id);

    public void Check(Trial trial)
    {
        if ((trial.EndedAt is not null) != stones.Contains(trial.Id))
        {
            report.Add(TrialFinding.EndWithoutTombstone, $"trial {trial.Id}");
        }

        if ((trial.ConvertedAt is not null) != orders.Contains(trial.Id))
        {
            report.Add(TrialFinding.PaidWithoutOrder, $"trial {trial.Id}");
        }

        if (trial.ErasedAt is not null && left[trial.Id] is { Count: > 0 } things)
        {
            report.Add(TrialFinding.EndedTrialLives, $"trial {trial.Id}: {string.Join(", ", things)}");
        }

        if (trial.NumbersReleasedAt is not null && numbers.Contains(trial.Id))
        {
            report.Add(TrialFinding.NumbersNotReleased, $"trial {trial.Id}");
        }
    }
}
