using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>Which methods a method calls, by its compiled code; of an async method, by its state machine's.</summary>
internal static class CallReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

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

    private static IEnumerable<MethodBase> CalledIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var instruction = Codes[value];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
            {
                var token = BitConverter.ToInt32(code, at);
                var called = method.Module.ResolveMethod(
                    token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
                if (called is not null)
                {
                    yield return called;
                }
            }

            at += SizeOf(instruction.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
