using System.Reflection;
using System.Runtime.CompilerServices;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>Which methods a method calls, by its compiled code; of an async method, by its state machine's.</summary>
internal static class CallReader
{
    /// <summary>All that is called, through the declaring type's own other methods and lambdas too.</summary>
    public static IReadOnlySet<string> NamesCalledBy(MethodInfo method)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<MethodBase>();
        var open = new Stack<MethodBase>([method]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var called in CalledIn(Body(next)))
            {
                names.Add(called.Name);
                if (BelongsTo(called.DeclaringType, method.DeclaringType!))
                {
                    open.Push(called);
                }
            }
        }

        return names;
    }

    /// <summary>What the method's own code calls, constructors too.</summary>
    public static IEnumerable<MethodBase> CallsOf(MethodInfo method) => CalledIn(Body(method));

    private static bool BelongsTo(Type? type, Type owner)
    {
        for (; type is not null; type = type.DeclaringType)
        {
            if (type == owner)
            {
                return true;
            }
        }

        return false;
    }

    private static MethodBase Body(MethodBase method) =>
        method.GetCustomAttribute<AsyncStateMachineAttribute>() is { } async
            ? async.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : method;

    private static IEnumerable<MethodBase> CalledIn(MethodBase method) => CodeReader.MembersIn(method).OfType<MethodBase>();
}
