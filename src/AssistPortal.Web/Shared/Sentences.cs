using System.Globalization;

namespace AssistPortal.Web.Shared;

/// <summary>How sentences of a page follow each other.</summary>
public static class Sentences
{
    /// <summary>
    /// What stands between two of them: a space, but nothing where a full stop is as wide as a character (。).
    /// </summary>
    public static string Gap =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "" : " ";
}
