namespace AssistPortal.Data.Audit;

/// <summary>A detail of a record, or a value of a snapshot in it: what is told of an act in words.</summary>
/// <param name="Name">The name of its property.</param>
/// <param name="IsChange">Whether it was one thing and is another; else it is told alone, by <c>After</c>.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it is; null for nothing.</param>
/// <param name="Currency">ISO 4217 code of amounts in minor units; null where none is told beside them.</param>
public sealed record AuditPart(string Name, bool IsChange, object? Before, object? After, string? Currency);
