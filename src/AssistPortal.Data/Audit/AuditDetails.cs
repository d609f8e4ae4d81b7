using System.Text.Json;
using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>What an entry tells, field by field, for programs.</summary>
/// <param name="Changes">Values before and after.</param>
/// <param name="Facts">What else it says.</param>
public sealed record AuditDetails(IReadOnlyList<AuditChange> Changes, IReadOnlyList<AuditFact> Facts)
{
    /// <param name="entry">The entry.</param>
    /// <param name="record">What it says; null where it can't be read: it stands as it is then.</param>
    public static AuditDetails Of(AuditEntry entry, AuditRecord? record)
    {
        List<AuditField> fields = record is null
            ? [new("", IsChange: false, entry.Details)]
            : [.. AuditFields.Of(record)];
        return new AuditDetails(
            [.. fields.Where(field => field.IsChange).SelectMany(ChangesIn)],
            [
                .. fields.Where(field => !field.IsChange).Select(FactOf),
                .. entry.AccessId is { } access ? [new AuditFact("access", $"{access}")] : Array.Empty<AuditFact>(),
            ]);
    }

    /// <summary>All of it as one text for programs, in JSON.</summary>
    public string ToJson()
    {
        var told = new JsonObject();
        if (Changes.Count > 0)
        {
            told["before"] = ObjectOf(change => change.Before);
            told["after"] = ObjectOf(change => change.After);
        }

        foreach (var fact in Facts)
        {
            told[fact.Name] = fact.Value?.DeepClone();
        }

        return AuditJson.TextOf(told);
    }

    private static AuditFact FactOf(AuditField field) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(field.Name), field.Value);

    private static IEnumerable<AuditChange> ChangesIn(AuditField field) => (field.Before, field.After) switch
    {
        (JsonObject before, JsonObject after) => before
            .Where(part => !JsonNode.DeepEquals(part.Value, after[part.Key]))
            .Select(part => new AuditChange(part.Key, part.Value, after[part.Key])),
        (JsonObject before, null) => before.Select(part => new AuditChange(part.Key, part.Value, After: null)),
        (null, JsonObject after) => after.Select(part => new AuditChange(part.Key, Before: null, part.Value)),
        var (before, after) => [new AuditChange(field.Name, before, after)],
    };

    private JsonObject ObjectOf(Func<AuditChange, JsonNode?> side) =>
        new(Changes.Select(change => KeyValuePair.Create(change.Field, side(change)?.DeepClone())));
}
