using System.Text.Json;
using System.Text.Json.Nodes;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What a record says of a field, to be read.</summary>
internal static class AuditText
{
    /// <summary>Empty where it says nothing; plain values and lists of them as they are, others in JSON.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonValue when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonArray list when list.All(item => item is null or JsonValue) => string.Join(", ", list.Select(Of)),
        _ => AuditDetails.TextOf(value),
    };
}
