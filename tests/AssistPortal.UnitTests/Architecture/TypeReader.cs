using System.Reflection;
using System.Runtime.CompilerServices;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// Which types a type names, by its compiled code: in its signatures, bodies and attributes. A constant that it only
/// reads leaves no trace there.
/// </summary>
internal static class TypeReader
{
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Without those that stand in types nested in it.</summary>
    public static IEnumerable<Type> NamedBy(Type type) =>
        OnTop(type).Concat(InFields(type)).Concat(MethodsOf(type).SelectMany(InMethod)).SelectMany(PartsOf).Distinct();

    /// <summary>Texts that stand in its code.</summary>
    public static IEnumerable<string> TextsIn(Type type) => MethodsOf(type).SelectMany(CodeReader.TextsIn);

    /// <summary>What a type is made of: element, generic type and arguments.</summary>
    public static IEnumerable<Type> PartsOf(Type type) =>
        type.HasElementType ? PartsOf(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(PartsOf).Append(type.GetGenericTypeDefinition())
        : type.IsGenericParameter ? []
        : [type];

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own));

    private static IEnumerable<Type> OnTop(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []),
        .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
        .. InAttributes(type),
        .. type.GetProperties(Own).SelectMany(InAttributes),
    ];

    // The compiler keeps in fields of its own what a lambda or an async method needs; the code that it is for names it.
    private static IEnumerable<Type> InFields(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute))
        ? []
        : type.GetFields(Own).SelectMany(field => InAttributes(field).Append(field.FieldType));

    private static IEnumerable<Type> InMethod(MethodBase method) =>
    [
        .. InAttributes(method),
        .. method.GetParameters().SelectMany(parameter => InAttributes(parameter).Append(parameter.ParameterType)),
        .. method is MethodInfo { ReturnType: var returned } ? [returned] : Type.EmptyTypes,
        .. method.IsGenericMethodDefinition
            ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())
            : [],
        .. CodeReader.MembersIn(method).SelectMany(InMember),
    ];

    private static IEnumerable<Type> InMember(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType!, .. method.GetGenericArguments()],
        _ => member.DeclaringType is { } owner ? [owner] : [],
    };

    private static IEnumerable<Type> InAttributes(MemberInfo member) => InAttributes(member.GetCustomAttributesData());

    private static IEnumerable<Type> InAttributes(ParameterInfo parameter) =>
        InAttributes(parameter.GetCustomAttributesData());

    private static IEnumerable<Type> InAttributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(
        attribute => attribute.ConstructorArguments
            .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue))
            .Select(argument => argument.Value)
            .OfType<Type>()
            .Append(attribute.AttributeType));
}
