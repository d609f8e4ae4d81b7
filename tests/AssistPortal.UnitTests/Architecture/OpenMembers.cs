using System.Reflection;
using System.Runtime.CompilerServices;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>What others can change of an object past its own methods, found by reflection.</summary>
internal static class OpenMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// Setters that do not end with construction, writable fields, properties that hand out a list to be changed.
    /// </summary>
    public static IEnumerable<MemberInfo> Of(Type type) =>
    [
        .. type.GetProperties(Instance).Where(property => HasOpenSetter(property) || HandsOutMutable(property)),
        .. type.GetFields(Instance).Where(field => !field.IsPrivate && !field.IsInitOnly && !field.IsLiteral),
    ];

    /// <summary>Properties of an empty object whose list can be changed after a cast.</summary>
    public static IEnumerable<PropertyInfo> MutableByCast(
        Type type) => Activator.CreateInstance(type, nonPublic: true) is { } empty
        ? type.GetProperties()
            .Where(property => IsCollection(property.PropertyType) && IsMutable(property.GetValue(empty)))
        : [];

    private static bool HasOpenSetter(PropertyInfo property) =>
        property.GetSetMethod(nonPublic: true) is { IsPrivate: false } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool HandsOutMutable(PropertyInfo property) =>
        property.GetGetMethod(nonPublic: true) is { IsPrivate: false }
        && property.PropertyType.GetInterfaces().Append(property.PropertyType).Any(IsCollectionInterface);

    private static bool IsCollectionInterface(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>);

    private static bool IsCollection(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static bool IsMutable(object? value) =>
        value?.GetType().GetInterfaces().FirstOrDefault(IsCollectionInterface) is { } collection
        && !(bool)collection.GetProperty(nameof(ICollection<>.IsReadOnly))!.GetValue(value)!;
}
