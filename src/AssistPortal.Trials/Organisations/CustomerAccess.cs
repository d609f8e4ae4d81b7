using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Organisations;

/// <summary>What an administrator of a customer may see: their own organisation, and nobody else's.</summary>
public sealed class CustomerAccess(PortalDbContext db, IClock clock)
{
    /// <summary>
    /// The trial of an account's organisation with its services, to be changed; null where the account administers none
    /// that is still there.
    /// </summary>
    public Task<Trial?> TrialOfAsync(Guid userId, CancellationToken cancellationToken) =>
        TrialsOf(userId)
            .Include(trial => trial.Services)
            .OrderByDescending(trial => trial.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The same as a query: of one row, or none.</summary>
    public IQueryable<Trial> TrialsOf(Guid userId)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<Trial>()
            .Where(trial => trial.ConvertedAt != null || trial.CutOffAt == null || trial.CutOffAt > now)
            .Where(trial => db.Set<OrganisationMember>().Any(member =>
                member.UserId == userId && member.IsAdministrator && member.OrganisationId == trial.OrganisationId));
    }
}
