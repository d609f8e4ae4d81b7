using System.Reflection;
using System.Reflection.Emit;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>What a method's compiled code names.</summary>
internal static class CodeReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Methods, constructors, fields and types.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method) => OperandsIn(method)
        .Where(operand => operand.Kind is OperandType.InlineMethod or OperandType.InlineField
            or OperandType.InlineType or OperandType.InlineTok)
        .Select(operand => method.Module.ResolveMember(
            operand.Token,
            method.DeclaringType?.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null))
        .OfType<MemberInfo>();

    /// <summary>Texts that stand in the code.</summary>
    public static IEnumerable<string> TextsIn(MethodBase method) => OperandsIn(method)
        .Where(operand => operand.Kind == OperandType.InlineString)
        .Select(operand => method.Module.ResolveString(operand.Token));

    private static IEnumerable<(OperandType Kind, int Token)> OperandsIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var instruction = Codes[value];
            at += instruction.Size;
            var size = SizeOf(instruction.OperandType, code, at);
            if (size == 4)
            {
                yield return (instruction.OperandType, BitConverter.ToInt32(code, at));
            }

            at += size;
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
