using System.Globalization;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Localization;

namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// The portal's languages, and which one a request is answered in: profile, then cookie, then browser.
/// </summary>
public static class Languages
{
    public const string Cookie = "language";

    /// <summary>Each with its own name for itself.</summary>
    public static readonly IReadOnlyList<CultureInfo> All =
        [.. new[] { "en", "zh-Hant", "zh-Hans" }.Select(CultureInfo.GetCultureInfo)];

    /// <summary>The name that speakers of the language use.</summary>
    public static string OwnName(CultureInfo culture) => culture.Name switch
    {
        "zh-Hant" => "繁體中文",
        "zh-Hans" => "简体中文",
        _ => "English",
    };

    /// <summary>Whether forms ask for the family name before the given name, as one says it.</summary>
    public static bool FamilyNameFirst => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static bool IsSupported(string? name) => All.Any(culture => culture.Name == name);

    internal static void Configure(RequestLocalizationOptions options)
    {
        // The object itself: NodaTime keeps no patterns for a culture that somebody could change, and reads them anew.
        options.DefaultRequestCulture = new RequestCulture(All[0]);
        options.SupportedCultures = options.SupportedUICultures = [.. All];
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Choice(context.User.FindFirst(PortalClaims.Language)?.Value)),
            new CustomRequestCultureProvider(context => Choice(context.Request.Cookies[Cookie])),
            new CustomRequestCultureProvider(context => Choice(FromBrowser(context.Request))),
        ];
    }

    private static Task<ProviderCultureResult?> Choice(string? name) =>
        Task.FromResult(IsSupported(name) ? new ProviderCultureResult(name!) : null);

    private static string? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Nearest(language.Value.ToString()))
        .FirstOrDefault(name => name is not null);

    /// <summary>
    /// Browsers say zh-TW or zh-HK for traditional characters, zh-CN or plain zh for simplified ones; a script that is
    /// named (zh-Hans-HK) decides.
    /// </summary>
    private static string? Nearest(string wanted)
    {
        if (wanted.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        {
            var parts = wanted.ToLowerInvariant().Split('-');
            return parts.Contains("hans") ? "zh-Hans"
                : parts.Any(part => part is "hant" or "tw" or "hk" or "mo") ? "zh-Hant"
                : "zh-Hans";
        }

        var primary = wanted.Split('-')[0];
        return All.FirstOrDefault(culture => culture.Name.Equals(primary, StringComparison.OrdinalIgnoreCase))?.Name;
    }
}
