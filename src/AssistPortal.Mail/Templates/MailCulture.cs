using System.Globalization;

namespace AssistPortal.Mail.Templates;

/// <summary>
/// Makes the recipient's language the current one while a mail is composed:
/// <c>using var culture = MailCulture.Of(order.Language);</c>
/// </summary>
public sealed class MailCulture : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

    private MailCulture(CultureInfo language)
    {
        CultureInfo.CurrentCulture = language;
        CultureInfo.CurrentUICulture = language;
    }

    /// <summary>Switches to a language until disposed of.</summary>
    /// <param name="language">Culture name, such as <c>zh-Hant</c>.</param>
    /// <exception cref="CultureNotFoundException">There is no such culture.</exception>
    public static MailCulture Of(string language) => new(CultureInfo.GetCultureInfo(language));

    /// <summary>Gives the culture back that was current before.</summary>
    public void Dispose()
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture;
    }
}
