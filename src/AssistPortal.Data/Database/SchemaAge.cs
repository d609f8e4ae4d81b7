using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AssistPortal.Data.Database;

/// <summary>How old a database's schema is.</summary>
/// <param name="OtherRelease">
/// The migration by which another pre-release made this database; null where there is none. Until release 1.0 the
/// schema is written anew with each change, under a new id, and nothing leads from one to the next.
/// </param>
/// <param name="IsCurrent">Every migration has been applied.</param>
public sealed record SchemaAge(string? OtherRelease, bool IsCurrent)
{
    /// <summary>Reads the list of applied migrations.</summary>
    public static async Task<SchemaAge> ReadAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var applied = (await database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var ours = database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return new SchemaAge(applied.Except(ours, StringComparer.Ordinal).FirstOrDefault(), ours.IsSubsetOf(applied));
    }
}
