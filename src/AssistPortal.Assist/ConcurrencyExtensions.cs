using AssistPortal.Data;

namespace AssistPortal.Assist;

internal static class ConcurrencyExtensions
{
    /// <summary>
    /// Marks an entity as changed where perhaps only rows that belong to it were: its version rises, so that of two
    /// people who edit it the second is told.
    /// </summary>
    public static void Touch(this PortalDbContext db, IVersioned entity) =>
        db.Entry(entity).Property(nameof(IVersioned.Version)).IsModified = true;
}
