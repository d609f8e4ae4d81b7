namespace AssistPortal.Web.Composition;

/// <summary>The setting <c>Demo:Seed</c>.</summary>
internal static class DemoSetting
{
    private const string Setting = "Demo:Seed";

    /// <exception cref="PortalStartException">It is neither true nor false.</exception>
    public static bool IsOn(IConfiguration configuration) => configuration[Setting] is not { Length: > 0 } text
        ? false
        : bool.TryParse(text, out var isOn)
            ? isOn
            : throw new PortalStartException($"{Setting} is “{text}”; allowed is true or false.");
}
