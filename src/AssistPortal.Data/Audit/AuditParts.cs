using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace AssistPortal.Data.Audit;

/// <summary>
/// The parts of a record, as its types have them. Of a changed snapshot those that differ; of one that is new or gone
/// all that say something.
/// </summary>
public static class AuditParts
{
    private const string Currency = nameof(Currency);
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<AuditPart> Of(AuditRecord record) =>
        PropertiesOf(record.GetType()).SelectMany(property =>
            PartsOf(property, property.GetValue(record), CurrencyOf(record)));

    private static IEnumerable<AuditPart> PartsOf(PropertyInfo property, object? value, string? currency)
    {
        if (!IsChange(property.PropertyType))
        {
            return Told(property.Name, value, currency);
        }

        if (value is null)
        {
            return [];
        }

        var before = property.PropertyType.GetProperty(nameof(Change<object>.Before))!.GetValue(value);
        var after = property.PropertyType.GetProperty(nameof(Change<object>.After))!.GetValue(value);
        return IsSnapshot(property.PropertyType.GetGenericArguments()[0])
            ? Changed(before, after, currency)
            : [new AuditPart(property.Name, IsChange: true, before, after, currency)];
    }

    private static IEnumerable<AuditPart> Told(string name, object? value, string? currency) => value switch
    {
        null => [],
        _ when IsSnapshot(value.GetType()) => PropertiesOf(value.GetType()).SelectMany(
            property => Told(property.Name, property.GetValue(value), CurrencyOf(value) ?? currency)),
        _ => [new AuditPart(name, IsChange: false, null, value, currency)],
    };

    private static IEnumerable<AuditPart> Changed(object? before, object? after, string? currency)
    {
        if (before is null || after is null)
        {
            return Told("", after ?? before, currency);
        }

        return PropertiesOf(before.GetType()).SelectMany(property =>
        {
            var (former, next) = (property.GetValue(before), property.GetValue(after));
            var code = CurrencyOf(after) ?? currency;
            return IsSnapshot(property.PropertyType)
                ? Changed(former, next, code)
                : AreSame(former, next, property.PropertyType)
                    ? []
                    : [new AuditPart(property.Name, IsChange: true, former, next, code)];
        });
    }

    /// <summary>What is declared there and stored; not what is made of it.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(Own).Where(property => property.SetMethod is not null);

    private static bool IsChange(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>);

    private static bool IsSnapshot(Type type) => type.IsClass
        && type.Namespace?.StartsWith(nameof(AssistPortal), StringComparison.Ordinal) == true
        && !type.IsAssignableTo(typeof(IEnumerable));

    private static bool AreSame(object? before, object? after, Type type) =>
        JsonNode.DeepEquals(AuditJson.NodeOf(before, type), AuditJson.NodeOf(after, type));

    private static string? CurrencyOf(object owner) => owner.GetType().GetProperty(Currency)?.GetValue(owner) as string;
}
