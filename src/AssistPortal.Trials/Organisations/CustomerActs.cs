using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Organisations;

/// <summary>
/// Acts of a customer's administrator on what hangs on their trial, one after the other: each writes the trial's row,
/// so that of two at once the database takes one, and the other is tried again with what is there then.
/// </summary>
internal static class CustomerActs
{
    /// <param name="db">The context; unsaved changes in it are lost.</param>
    /// <param name="access">Finds the trial.</param>
    /// <param name="actorId">Who acts; where they administer nothing, everything is gone for them.</param>
    /// <param name="act">What is done. It is saved where it answers so, and only then.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public static Task<PeopleResult> ActAsync(
        this PortalDbContext db,
        CustomerAccess access,
        Guid actorId,
        Func<Trial, CancellationToken, Task<PeopleResult>> act,
        CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            cancellationToken => OnceAsync(db, access, actorId, act, cancellationToken), cancellationToken);

    /// <summary>A user of the trial's organisation with their services; null where there is none.</summary>
    public static Task<OrganisationMember?> MemberAsync(
        this PortalDbContext db, Trial trial, Guid memberId, CancellationToken cancellationToken) =>
        db.Set<OrganisationMember>()
            .Include(member => member.Assignments)
            .SingleOrDefaultAsync(
                member => member.Id == memberId && member.OrganisationId == trial.OrganisationId, cancellationToken);

    private static async Task<(bool Commit, PeopleResult Result)> OnceAsync(
        PortalDbContext db,
        CustomerAccess access,
        Guid actorId,
        Func<Trial, CancellationToken, Task<PeopleResult>> act,
        CancellationToken cancellationToken)
    {
        if (await access.TrialOfAsync(actorId, cancellationToken) is not { } trial)
        {
            return (Commit: false, new PeopleResult(PeopleOutcome.Gone));
        }

        var result = await act(trial, cancellationToken);
        if (result.Outcome != PeopleOutcome.Saved)
        {
            db.ChangeTracker.Clear();
            return (Commit: false, result);
        }

        trial.Touch();
        await db.SaveChangesAsync(cancellationToken);
        return (Commit: true, result);
    }
}
