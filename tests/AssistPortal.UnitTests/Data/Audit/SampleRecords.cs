using System.Collections;
using System.Reflection;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.UnitTests.Data.Audit;

/// <summary>Makes a value of any type that a record may have.</summary>
/// <param name="isSparse">Whether whatever may be missing is.</param>
internal sealed class SampleRecords(bool isSparse)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public AuditRecord Of(Type type) => (AuditRecord)Make(type);

    private object Make(Type type) => type switch
    {
        _ when type == typeof(string) => "字 <b> \"é\"",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7_000_000_000L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => Guid.Parse("01234567-89ab-7def-8000-000000000001"),
        _ when type == typeof(Instant) => Instant.FromUtc(2027, 3, 14, 15, 9, 26).PlusNanoseconds(500_000_000),
        _ when type == typeof(LocalDate) => new LocalDate(2028, 2, 29),
        _ when type == typeof(LocalDateTime) => new LocalDateTime(2028, 2, 29, 9, 30),
        _ when type == typeof(Money) => new Money(-1_250_505, "KWD"),
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
        var made = constructor.Invoke(
            [.. constructor.GetParameters()
                .Select(item => IsMissing(Nullability.Create(item)) ? null : Make(item.ParameterType))]);
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
