using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared;

internal static class LocalizedStrings
{
    /// <summary>The words; where there are none, the key that was to be put into words.</summary>
    public static string Or(this LocalizedString text, string key) => text.ResourceNotFound ? key : text.Value;
}
