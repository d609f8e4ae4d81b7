using System.Text.Json;

namespace AssistPortal.Web.Shared;

/// <summary>States and kinds as attributes say them, for programs and styles.</summary>
internal static class StateKey
{
    /// <summary>Such as return-announced.</summary>
    public static string Of<TState>(TState state)
        where TState : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName($"{state}");
}
