using System.Text.Json;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What an entry's JSON says.</summary>
/// <param name="Changes">Values before and after, by field.</param>
/// <param name="Facts">What else it says.</param>
public sealed record AuditDetails(IReadOnlyList<AuditChange> Changes, IReadOnlyList<AuditFact> Facts)
{
    private static readonly AuditDetails None = new([], []);

    /// <summary>Anything is read: what is no object of before and after stands as it is.</summary>
    public static AuditDetails Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : AsFact(json);
        }
        catch (JsonException)
        {
            return AsFact(json);
        }
    }

    private static AuditDetails AsFact(string text) => new([], [new AuditFact("", text)]);

    private static AuditDetails Read(JsonElement root)
    {
        var (before, after) = (FieldsOf(root, "before"), FieldsOf(root, "after"));
        return new AuditDetails(
            [
                .. before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
                    .Select(name => new AuditChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
            ],
            [
                .. root.EnumerateObject()
                    .Where(part => part.Name is not ("before" or "after") || part.Value.ValueKind != JsonValueKind.Object)
                    .Select(part => new AuditFact(part.Name, TextOf(part.Value) ?? "")),
            ]);
    }

    private static Dictionary<string, string?> FieldsOf(JsonElement root, string part)
    {
        var fields = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (root.TryGetProperty(part, out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in values.EnumerateObject())
            {
                fields[field.Name] = TextOf(field.Value);
            }
        }

        return fields;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetRawText(),
    };
}

/// <param name="Field">Name of the field.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing.</param>
public sealed record AuditChange(string Field, string? Before, string? After);

/// <param name="Name">Empty where it has none.</param>
/// <param name="Value">As it stands.</param>
public sealed record AuditFact(string Name, string Value);
