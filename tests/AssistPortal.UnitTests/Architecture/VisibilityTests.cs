using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// What no floor above names is internal. Named is what compiled code above refers to, and what public members of that
/// show, except a constructor's parameters: parts of a service are its own business.
/// </summary>
public sealed class VisibilityTests
{
    private const BindingFlags Shown = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Migrations = ["Sqlite", "SqlServer", "PostgreSql"];

    /// <summary>Each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Exceptions =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HostResolver"] = "a singleton takes it as a part, and tests put another in its place",
            ["Roster"] = "parts of services read it by Cached<Roster>, until it has one owner",
        };

    public static TheoryData<string> Floors => [.. Assemblies.BelowWeb.Select(floor => floor.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Floors))]
    public void What_no_floor_above_names_is_internal(string name)
    {
        var floor = Assemblies.BelowWeb.Single(assembly => assembly.GetName().Name == name);
        var named = NamedAbove(floor);

        var idle = floor.GetExportedTypes()
            .Where(type => type.DeclaringType is null && !named.Contains(type) && !IsNamedForItsConstants(type))
            .Where(type => !Exceptions.ContainsKey(type.Name))
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(idle.Count == 0, string.Join(Environment.NewLine, idle));
    }

    /// <summary>The compiler copies constants, and the name of what has them is gone.</summary>
    private static bool IsNamedForItsConstants(Type type) =>
        type.GetFields(Shown).Any(field => field is { IsLiteral: true, IsPublic: true })
            && Repository.Sources(".cs").Concat(Repository.Sources(".cshtml"))
                .Where(
                    source => !source.Path.StartsWith($"src/{type.Assembly.GetName().Name}/", StringComparison.Ordinal))
                .Any(source => Regex.IsMatch(source.Text, $@"\b{type.Name}\b", RegexOptions.NonBacktracking));

    private static HashSet<Type> NamedAbove(Assembly floor)
    {
        var above = Assemblies.BelowWeb.Append(Assemblies.Web)
            .Where(
                assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name == floor.GetName().Name))
            .Select(assembly => assembly.Location)
            .Concat(Migrations.Select(
                provider => Path.Combine(AppContext.BaseDirectory, $"AssistPortal.Migrations.{provider}.dll")));
        HashSet<Type> named = [];
        Stack<Type> open = new(above.SelectMany(file => ReferredTo(file, floor)));
        while (open.TryPop(out var type))
        {
            if (named.Add(type))
            {
                foreach (var shown in ShownBy(type).SelectMany(TypeReader.PartsOf)
                    .Where(part => part.Assembly == floor))
                {
                    open.Push(shown);
                }
            }
        }

        return named;
    }

    private static IEnumerable<Type> ReferredTo(string file, Assembly floor)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle))
                .Select(type => floor.GetType($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"))
                .OfType<Type>(),
        ];
    }

    private static IEnumerable<Type> ShownBy(Type type) =>
    [
        .. type.GetInterfaces(),
        .. Optional(type.BaseType),
        .. Optional(type.DeclaringType),
        .. type.GetNestedTypes(BindingFlags.Public),
        .. type.GetGenericArguments()
            .SelectMany(argument => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : []),
        .. type.GetFields(Shown).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        .. type.GetMethods(Shown).Where(
            method => method.IsPublic || method.IsFamily).SelectMany(method => method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))),
        // The parts of a record or a value stand in its constructor; they are properties too.
    ];

    private static IEnumerable<Type> Optional(Type? type) => type is null ? [] : [type];
}
