using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Organisations;

internal static class AdministratorGuard
{
    /// <summary>Why somebody can't lose the administrator's role; null where they can.</summary>
    public static async Task<PeopleResult?> RefusalAsync(
        this PortalDbContext db,
        Trial trial,
        OrganisationMember member,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        if (!await db.Set<OrganisationMember>().AnyAsync(
            other => other.OrganisationId == trial.OrganisationId && other.IsAdministrator && other.Id != member.Id,
            cancellationToken))
        {
            return new PeopleResult(PeopleOutcome.LastAdministrator);
        }

        return member.UserId == actorId ? new PeopleResult(PeopleOutcome.OwnAccount) : null;
    }
}
