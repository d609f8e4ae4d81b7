using System.Data.Common;
using System.Reflection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>
/// Whether an action changes what lasts: rows, or who is signed in. Found by following its calls through the house's
/// own code, through interfaces and abstract methods too, to the methods of others that write.
/// </summary>
internal static class ChangeReader
{
    private static readonly HashSet<Assembly> House = [.. Assemblies.BelowWeb, Assemblies.Web];

    private static readonly Type[] OwnTypes = [.. House.SelectMany(assembly => assembly.GetTypes())];

    private static readonly ILookup<MethodBase, MethodBase> Overrides = OwnTypes
        .Where(type => !type.IsInterface && !type.ContainsGenericParameters)
        .SelectMany(type => OverridesIn(type).Concat(ImplementationsIn(type)))
        .ToLookup(pair => pair.Of, pair => pair.Method);

    /// <summary>Methods of others that an action writes by, itself or through what it calls.</summary>
    public static IReadOnlyList<string> WritesOf(MethodInfo action) =>
    [
        .. CallReader.ReachOf(action, House.Contains, method => Overrides[method])
            .Where(IsWrite)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsWrite(MethodBase method) => method.DeclaringType is { } type
        && !House.Contains(type.Assembly)
        && Array.Exists(WordsOf(type), word => method.Name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>What the writing methods of a type begin with; nothing where it has none.</summary>
    private static string[] WordsOf(Type type) => type switch
    {
        _ when type == typeof(DbContext) => ["SaveChanges"],
        _ when type.IsAssignableTo(typeof(DbCommand)) => ["ExecuteNonQuery"],
        _ when type.Namespace == typeof(DbContext).Namespace => ["ExecuteUpdate", "ExecuteDelete", "ExecuteSql"],
        _ when type == typeof(AuthenticationHttpContextExtensions) => ["SignIn", "SignOut"],
        _ when IsOf(type, typeof(SignInManager<>)) => ["SignIn", "SignOut", "PasswordSignIn", "RefreshSignIn"],
        _ when IsOf(type, typeof(UserManager<>)) =>
            [
                "Create", "Update", "Delete", "Add", "Remove", "Set", "Reset", "Change", "Access", "Redeem",
                "GenerateNewTwoFactorRecoveryCodes",
            ],
        _ => [],
    };

    private static bool IsOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static IEnumerable<(MethodBase Of, MethodBase Method)> OverridesIn(Type type) =>
        from method in type.GetMethods(CallReader.All | BindingFlags.DeclaredOnly)
        where method.IsVirtual && method.GetBaseDefinition() != method
        select ((MethodBase)method.GetBaseDefinition(), (MethodBase)method);

    private static IEnumerable<(MethodBase Of, MethodBase Method)> ImplementationsIn(Type type) =>
        from contract in type.GetInterfaces()
        where House.Contains(contract.Assembly)
        let map = type.GetInterfaceMap(contract)
        from pair in map.InterfaceMethods.Zip(map.TargetMethods)
        select ((MethodBase)pair.First, (MethodBase)pair.Second);
}
