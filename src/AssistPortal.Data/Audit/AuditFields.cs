using System.Reflection;
using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>The details of records: what each declares itself, beside the key that it has from its base.</summary>
internal static class AuditFields
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<AuditField> Of(AuditRecord record) =>
        from property in record.GetType().GetProperties(Own)
        let type = property.PropertyType
        select new AuditField(
            property.Name,
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>),
            AuditJson.NodeOf(property.GetValue(record), type));

    /// <summary>Whether there are changes, and in none of them anything differs; by value, of lists too.</summary>
    public static bool AreUnchanged(AuditRecord record)
    {
        List<AuditField> changes = [.. Of(record).Where(field => field.IsChange)];
        return changes.Count > 0 && changes.TrueForAll(field => JsonNode.DeepEquals(field.Before, field.After));
    }
}
