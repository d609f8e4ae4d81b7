using System.Collections;
using System.Reflection;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.UnitTests.Data.Audit;

/// <summary>Makes a value of any type that a record may have.</summary>
/// <param name="isSparse">Whether whatever may be missing is.</param>
/// <param name="after">Makes what changes have become; null where that is the same again.</param>
/// <param name="isOther">Whether the values are others.</param>
internal sealed class SampleRecords(bool isSparse, SampleRecords? after = null, bool isOther = false)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public AuditRecord Of(Type type) => (AuditRecord)Make(type);

    private object Make(Type type) => type switch
    {
        _ when type == typeof(string) => isOther ? "另一個 <i>" : "字 <b> \"é\"",
        _ when type == typeof(int) => isOther ? 8 : 7,
        _ when type == typeof(long) => isOther ? 8_000_000_000L : 7_000_000_000L,
        _ when type == typeof(bool) => !isOther,
        _ when type == typeof(Guid) => Guid.Parse($"01234567-89ab-7def-8000-00000000000{(isOther ? 2 : 1)}"),
        _ when type == typeof(Instant) =>
            Instant.FromUtc(2027, isOther ? 4 : 3, 14, 15, 9, 26).PlusNanoseconds(500_000_000),
        _ when type == typeof(LocalDate) => new LocalDate(2028, 2, isOther ? 28 : 29),
        _ when type == typeof(LocalDateTime) => new LocalDateTime(2028, 2, isOther ? 28 : 29, 9, 30),
        _ when type == typeof(Money) => new Money(isOther ? 1 : -1_250_505, "KWD"),
        { IsEnum: true } when isOther => Enum.GetValues(type).Cast<object>().First(),
        { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is { } inner => Make(inner),
        { IsGenericType: true } when type.IsAssignableTo(typeof(IDictionary)) => DictionaryOf(type),
        { IsGenericType: true, IsInterface: true } => ListOf(type.GetGenericArguments()[0]),
        _ => Construct(type),
    };

    private IDictionary DictionaryOf(Type type)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        dictionary.Add(Make(type.GetGenericArguments()[0]), Make(type.GetGenericArguments()[1]));
        return dictionary;
    }

    private Array ListOf(Type type)
    {
        var list = Array.CreateInstance(type, 2);
        list.SetValue(Make(type), 0);
        list.SetValue(Make(type), 1);
        return list;
    }

    private object Construct(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(item => item.GetParameters().Length)!;
        var isChange = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>);
        var made = constructor.Invoke(
            [.. constructor.GetParameters().Select((item, index) => IsMissing(Nullability.Create(item))
                ? null
                : (isChange && index == 1 && after is not null ? after : this).Make(item.ParameterType))]);
        if (constructor.GetParameters().Length == 0)
        {
            foreach (var property in type.GetProperties()
                .Where(item => item.SetMethod is not null && !IsMissing(Nullability.Create(item))))
            {
                property.SetValue(made, Make(property.PropertyType));
            }
        }

        return made;
    }

    private bool IsMissing(NullabilityInfo info) => isSparse && info.WriteState == NullabilityState.Nullable;
}
