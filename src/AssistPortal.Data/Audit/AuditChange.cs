using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>A field that an act changed.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing.</param>
public sealed record AuditChange(string Field, JsonNode? Before, JsonNode? After);
