using System.Globalization;
using AssistPortal.Data;

namespace AssistPortal.Trials.Organisations;

/// <summary>
/// Addresses of WebEx sites as people type them, made comparable: two are one site where their hosts are equal.
/// </summary>
public static class SiteHost
{
    private const string DefaultPort = ":443";

    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The host of a site's address, in lower case and ASCII: scheme, port 443, path, and a dot or slash at the end say
    /// nothing. Null where it is no address of a site, such as one with credentials or another port.
    /// </summary>
    public static string? Read(string? typed)
    {
        var text = TypedText.HalfWidth(typed ?? "").Trim();
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            if (text[..scheme].ToLowerInvariant() is not ("https" or "http"))
            {
                return null;
            }

            text = text[(scheme + 3)..];
        }

        text = text.Split('/', '?', '#')[0];
        text = text.EndsWith(DefaultPort, StringComparison.Ordinal) ? text[..^DefaultPort.Length] : text;
        return Name(text.EndsWith('.') ? text[..^1] : text);
    }

    private static string? Name(string host)
    {
        try
        {
            var name = Names.GetAscii(host).ToLowerInvariant();
            return name.Length <= TrialLengths.Host
                && name.Contains('.', StringComparison.Ordinal)
                && Uri.CheckHostName(name) == UriHostNameType.Dns
                    ? name
                    : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
