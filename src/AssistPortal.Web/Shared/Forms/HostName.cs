using System.Globalization;

namespace AssistPortal.Web.Shared.Forms;

internal static class HostName
{
    /// <summary>
    /// The typed host name in lower case and in its ASCII form; the whole address of a page is taken for its host. Null
    /// where it is none with a dot in it.
    /// </summary>
    public static string? Read(string? typed)
    {
        var text = Tolerant.Code(typed);
        if (text.Contains("://", StringComparison.Ordinal))
        {
            text = SiteAddress.Read(text)?.Host ?? "";
        }

        try
        {
            var name = new IdnMapping().GetAscii(text.TrimEnd('.')).ToLowerInvariant();
            return Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal)
                ? name
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
