using System.Text.RegularExpressions;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>The <c>Link</c> header of a page, of which only <c>rel="next"</c> is promised (RFC 8288).</summary>
internal static partial class NextPage
{
    /// <summary>
    /// The next page's address; null where there is none, or it leads elsewhere: the token goes nowhere else.
    /// </summary>
    public static Uri? Of(HttpResponseMessage response, Uri here, AccessToken token)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
        {
            return null;
        }

        var next = Link().Matches(string.Join(',', links))
            .FirstOrDefault(link => Next().IsMatch(link.Groups["parameters"].Value));
        return next is not null
            && Uri.TryCreate(here, next.Groups["target"].Value, out var target)
            && token.IsFor(target)
            ? target
            : null;
    }

    [GeneratedRegex(
        "<(?<target>[^<>]*)>(?<parameters>[^<]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @";\s*rel\s*=\s*(""([^""]*\s)?next(\s[^""]*)?""|next\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
