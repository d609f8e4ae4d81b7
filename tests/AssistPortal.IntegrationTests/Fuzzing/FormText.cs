namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>Fields as browsers encode them, but that nothing is mended.</summary>
internal static class FormText
{
    public static string Pair(string name, string value) => $"{Encode(name)}={Encode(value)}";

    /// <summary>Half a pair of surrogates is sent as the octets that it would have.</summary>
    private static string Encode(string text) => string.Concat(text.Select((unit, at) =>
        char.IsSurrogate(unit) && !IsPaired(text, at)
            ? FormattableString.Invariant($"%ED%{0x80 | ((unit >> 6) & 0x3F):X2}%{0x80 | (unit & 0x3F):X2}")
            : char.IsLowSurrogate(unit) ? ""
            : Uri.EscapeDataString(char.IsHighSurrogate(unit) ? text.Substring(at, 2) : unit.ToString())));

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
