namespace AssistPortal.Web.Shared.Http;

/// <summary>Light, dark, or as the system has it; kept in a cookie.</summary>
public static class Theme
{
    public const string Cookie = "theme";
    public const string System = "system";

    public static readonly IReadOnlyList<string> Choices = [System, "light", "dark"];

    /// <summary>Whether the cookie asks for a theme of its own.</summary>
    public static bool IsChoice(string? theme) => theme is "light" or "dark";
}
