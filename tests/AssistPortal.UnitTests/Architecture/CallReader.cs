using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>Which methods a method calls, by its compiled code; of an async method, by its state machine's.</summary>
internal static class CallReader
{
    public const BindingFlags All =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<MethodBase, IReadOnlyList<MethodBase>> Known = [];

    /// <summary>What the method's own code calls, constructors too.</summary>
    public static IReadOnlyList<MethodBase> CallsOf(MethodBase method) =>
        Known.GetOrAdd(method, own => [.. CalledIn(Body(own))]);

    /// <summary>All that a method calls, through the house's own methods and lambdas to where calls leave it.</summary>
    /// <param name="method">Where it begins.</param>
    /// <param name="isOwn">Whether an assembly belongs to the house.</param>
    /// <param name="made">What stands behind a method of an interface or an abstract class.</param>
    public static IReadOnlyCollection<MethodBase> ReachOf(
        MethodBase method, Func<Assembly, bool> isOwn, Func<MethodBase, IEnumerable<MethodBase>> made)
    {
        var seen = new HashSet<MethodBase>();
        var open = new Stack<MethodBase>([method]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next) && isOwn(next.Module.Assembly))
            {
                foreach (var called in CallsOf(next).Concat(made(next)))
                {
                    open.Push(called);
                }
            }
        }

        return seen;
    }

    private static MethodBase Body(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine
            ? machine.StateMachineType.GetMethod("MoveNext", All)!
            : method;

    private static IEnumerable<MethodBase> CalledIn(MethodBase method) =>
        CodeReader.MembersIn(method).OfType<MethodBase>();
}
