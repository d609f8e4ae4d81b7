namespace AssistPortal.BrowserTests.Browsing;

/// <summary>How somebody looks at the portal.</summary>
public sealed record Look(string Language, string Theme, int Width)
{
    public static readonly Look Plain = new("en", "light", 1280);

    /// <summary>Whether the browser runs scripts.</summary>
    public bool Script { get; init; } = true;

    /// <summary>Whether the browser shows its user's few colours instead of the page's.</summary>
    public bool ForcedColours { get; init; }

    public int Height => Width < 600 ? 740 : 900;

    /// <summary>What the browser says of its user's language.</summary>
    public string Locale => Language switch
    {
        "zh-Hant" => "zh-TW",
        "zh-Hans" => "zh-CN",
        _ => "en-US",
    };

    public override string ToString() => $"{Language}-{Theme}-{Width}{(Script ? "" : "-noscript")}";
}
