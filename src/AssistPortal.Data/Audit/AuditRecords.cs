using System.Collections.Frozen;
using System.Reflection;

namespace AssistPortal.Data.Audit;

/// <summary>
/// The one way to read the audit trail: all records that the portal's modules have, by the keys of their acts.
/// </summary>
public sealed class AuditRecords
{
    private readonly FrozenDictionary<string, Type> types;

    public AuditRecords(IEnumerable<EntityAssembly> modules)
    {
        types = modules.Select(module => module.Assembly).Append(typeof(AuditRecord).Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(AuditRecord)) && !type.IsAbstract)
            .ToFrozenDictionary(KeyOf, StringComparer.Ordinal);
        SecurityActions = types
            .Where(type => type.Value.GetCustomAttribute<AuditActionAttribute>()!.IsSecurity)
            .Select(type => type.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        Subjects = types.Values.Select(SubjectOf).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Keys of the acts, in no order.</summary>
    public IReadOnlyCollection<string> Actions => types.Keys;

    /// <summary>Those of the security log, in no order.</summary>
    public IReadOnlyCollection<string> SecurityActions { get; }

    /// <summary>Kinds of things that they are done to, in no order.</summary>
    public IReadOnlyCollection<string> Subjects { get; }

    /// <summary>
    /// What an entry says; null where no module knows such an act, or its details are not what they should be.
    /// </summary>
    public AuditRecord? Read(AuditEntry entry) =>
        types.TryGetValue(entry.Action, out var type) ? AuditJson.Read(type, entry.Details) : null;

    private static string KeyOf(Type type) => type.GetCustomAttribute<AuditActionAttribute>()?.Key
        ?? throw new InvalidOperationException($"{type} has no {nameof(AuditActionAttribute)}.");

    private static string SubjectOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AuditRecord<>)
            ? type.GetGenericArguments()[0].Name
            : SubjectOf(type.BaseType!);
}
