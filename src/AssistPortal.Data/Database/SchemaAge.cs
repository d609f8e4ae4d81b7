using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AssistPortal.Data.Database;

public static class SchemaAge
{
    /// <summary>
    /// The migration by which another pre-release made this database; null where there is none. Until release 1.0 the
    /// schema is written anew with each change, under a new id, and nothing leads from one to the next.
    /// </summary>
    public static async Task<string?> FindOtherReleaseAsync(
        this DatabaseFacade database, CancellationToken cancellationToken)
    {
        var applied = await database.GetAppliedMigrationsAsync(cancellationToken);
        return applied.Except(database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
    }
}
