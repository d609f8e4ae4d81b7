using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>One of the details that a record declares.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="IsChange">Whether it tells of before and after.</param>
/// <param name="Value">What it says, as <see cref="AuditJson"/> writes it.</param>
internal sealed record AuditField(string Name, bool IsChange, JsonNode? Value)
{
    public JsonNode? Before => (Value as JsonObject)?[nameof(Change<object>.Before)];

    public JsonNode? After => (Value as JsonObject)?[nameof(Change<object>.After)];
}
