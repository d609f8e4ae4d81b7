using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Data.Audit;

/// <summary>Entries of the audit trail for things that consist of more than one row: told from how they looked before and after.</summary>
public static class SnapshotAudit
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Adds an entry with what differs. The entity needs its key.</summary>
    /// <param name="db">The context that tracks the entity.</param>
    /// <param name="entity">What was changed.</param>
    /// <param name="action">What was done, such as <c>package.changed</c>.</param>
    /// <param name="actorId">Who did it.</param>
    /// <param name="now">When.</param>
    /// <param name="before">How it looked; null where it was not there.</param>
    /// <param name="after">How it looks; null where it goes.</param>
    /// <returns>Whether anything differs; nothing is added where not.</returns>
    public static bool AuditChange(
        this PortalDbContext db, object entity, string action, Guid actorId, Instant now, object? before, object? after)
    {
        var (former, latter) = (Properties(before), Properties(after));
        foreach (var name in former.Select(property => property.Key).Intersect(latter.Select(property => property.Key)).ToList())
        {
            if (JsonNode.DeepEquals(former[name], latter[name]))
            {
                former.Remove(name);
                latter.Remove(name);
            }
        }

        if (before is not null && after is not null && former.Count + latter.Count == 0)
        {
            return false;
        }

        var details = new JsonObject();
        if (before is not null)
        {
            details.Add("before", former);
        }

        if (after is not null)
        {
            details.Add("after", latter);
        }

        var entry = db.Entry(entity);
        db.Add(new AuditEntry
        {
            At = now,
            ActorId = actorId,
            Action = action,
            Subject = entity.GetType().Name,
            SubjectId = $"{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties.Single().Name).CurrentValue}",
            Details = details.ToJsonString(Json),
        });
        return true;
    }

    private static JsonObject Properties(object? snapshot) =>
        snapshot is null ? [] : JsonSerializer.SerializeToNode(snapshot, Json)!.AsObject();
}
