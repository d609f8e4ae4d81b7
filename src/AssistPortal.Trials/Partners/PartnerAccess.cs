using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Partners;

/// <summary>What an administrator of a partner may see: that partner's trials, and nobody else's.</summary>
public sealed class PartnerAccess(PortalDbContext db)
{
    /// <summary>The partner of an account; null where it is nobody's.</summary>
    public Task<Partner?> PartnerOfAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Set<PartnerMember>()
            .Where(member => member.UserId == userId)
            .Join(db.Set<Partner>(), member => member.PartnerId, partner => partner.Id, (_, partner) => partner)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The trials of an account's partner; none where it is nobody's.</summary>
    public IQueryable<Trial> TrialsOf(Guid userId) => db.Set<Trial>().Where(trial =>
        db.Set<PartnerMember>().Any(member => member.UserId == userId && member.PartnerId == trial.PartnerId));

    /// <summary>
    /// A trial of an account's partner with its services, to be changed; null where there is none, or it is another's.
    /// </summary>
    public Task<Trial?> FindAsync(Guid trialId, Guid userId, CancellationToken cancellationToken) =>
        TrialsOf(userId).Include(trial => trial.Services)
            .SingleOrDefaultAsync(trial => trial.Id == trialId, cancellationToken);
}
