using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>Something that an act tells beside its changes.</summary>
/// <param name="Name">Empty where it has none.</param>
/// <param name="Value">Null where there is nothing to tell.</param>
public sealed record AuditFact(string Name, JsonNode? Value);
