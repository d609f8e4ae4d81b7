using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace AssistPortal.Data.Audit;

/// <summary>Entries of the audit trail that tell what a save changes of an entity.</summary>
public static class EntityAudit
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds an entry with the values before and after, for an entity that is about to be saved. It needs its key.</summary>
    /// <param name="db">The context that tracks the entity.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="action">What was done, such as <c>meeting.changed</c>.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="now">When.</param>
    /// <returns>Whether there is anything to save.</returns>
    public static bool Audit(this PortalDbContext db, object entity, string action, Guid actorId, Instant now)
    {
        var entry = db.Entry(entity);
        if (entry.State is EntityState.Unchanged or EntityState.Detached)
        {
            return false;
        }

        db.Add(new AuditEntry
        {
            At = now,
            ActorId = actorId,
            Action = action,
            Subject = entity.GetType().Name,
            SubjectId = $"{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties.Single().Name).CurrentValue}",
            Details = DetailsOf(entry),
        });
        return true;
    }

    /// <summary>Adds an entry for what no single entity's columns tell.</summary>
    /// <param name="db">The context that is about to be saved.</param>
    /// <param name="entry">The entry, without its details.</param>
    /// <param name="before">Values before, by field; null where there were none.</param>
    /// <param name="after">Values after, by field; null where there are none.</param>
    public static void Audit(
        this PortalDbContext db, AuditedAct entry, IReadOnlyDictionary<string, object?>? before, IReadOnlyDictionary<string, object?>? after)
    {
        var details = new Dictionary<string, object>(StringComparer.Ordinal);
        if (before is not null)
        {
            details.Add("before", before);
        }

        if (after is not null)
        {
            details.Add("after", after);
        }

        db.Add(new AuditEntry
        {
            At = entry.At,
            ActorId = entry.ActorId,
            Action = entry.Action,
            Subject = entry.Subject,
            SubjectId = entry.SubjectId,
            Details = details.Count > 0 ? JsonSerializer.Serialize(details, Json) : null,
        });
    }

    private static string DetailsOf(EntityEntry entry)
    {
        var changed = entry.Properties
            .Where(property => property.Metadata.Name != nameof(IVersioned.Version)
                && (entry.State != EntityState.Modified || property.IsModified))
            .ToList();
        var details = new Dictionary<string, object>(StringComparer.Ordinal);
        if (entry.State != EntityState.Added)
        {
            details.Add("before", changed.ToDictionary(property => property.Metadata.Name, property => Plain(property.OriginalValue)));
        }

        if (entry.State != EntityState.Deleted)
        {
            details.Add("after", changed.ToDictionary(property => property.Metadata.Name, property => Plain(property.CurrentValue)));
        }

        return JsonSerializer.Serialize(details, Json);
    }

    private static object? Plain(object? value) => value is null or int or long or bool ? value : $"{value}";
}

/// <summary>Who did what, to what, and when: see <see cref="AuditEntry"/>.</summary>
public sealed record AuditedAct(string Action, string Subject, string SubjectId, Guid? ActorId, Instant At);
