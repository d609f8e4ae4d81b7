namespace AssistPortal.Data.SignIn;

/// <summary>What a browser says of itself, as far as people tell their devices apart by it.</summary>
/// <param name="Browser">Such as <c>Firefox</c>; empty where it is not known.</param>
/// <param name="Platform">Such as <c>Windows</c>; empty where it is not known.</param>
public sealed record DeviceKind(string Browser, string Platform)
{
    public const int Length = 20;

    // What calls itself by several names comes before those.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Reads a <c>User-Agent</c> header, whatever it is.</summary>
    public static DeviceKind Of(string? userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string Find((string Mark, string Name)[] known, string? userAgent) => known
        .FirstOrDefault(item => userAgent?.Contains(item.Mark, StringComparison.Ordinal) == true)
        .Name ?? "";
}
