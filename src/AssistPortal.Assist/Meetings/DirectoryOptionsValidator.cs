using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings;

/// <summary>Refuses settings that can't work. What it says names the setting and never its value.</summary>
internal sealed class DirectoryOptionsValidator : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        List<string> faults =
            [.. options.Sites.SelectMany(site => FaultsOf($"Directories:Sites:{site.Key}", site.Key, site.Value))];
        if (!MediaTypeHeaderValue.TryParse(options.PatchMediaType, out _))
        {
            faults.Add("Directories:PatchMediaType is no media type.");
        }

        if (options.Patience < TimeSpan.FromSeconds(1) || options.Patience > TimeSpan.FromMinutes(1))
        {
            faults.Add("Directories:Patience is not between 00:00:01 and 00:01:00.");
        }

        faults.AddRange(
            from network in options.AllowedNetworks.Select((text, index) => (Text: text, Index: index))
            where !IPNetwork.TryParse(network.Text, out _)
            select $"Directories:AllowedNetworks:{network.Index} is no network such as 10.1.0.0/16.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(string section, string hostName, SiteAccess access)
    {
        if (Uri.CheckHostName(hostName) != UriHostNameType.Dns)
        {
            yield return $"{section}: the section's name is no host name of a site.";
        }

        if (!IsBase(access.Address))
        {
            yield return $"{section}:Address is no address that begins with https:// (on this machine's own loopback "
                + "also http://), "
                + "without a sign-in name, question mark or #.";
        }

        if (string.IsNullOrEmpty(access.Token) == string.IsNullOrEmpty(access.TokenFile))
        {
            yield return $"{section}: set either Token or TokenFile.";
        }

        if (!string.IsNullOrEmpty(access.Token) && !AccessTokens.IsToken(access.Token))
        {
            yield return $"{section}:Token holds characters that no token has.";
        }
    }

    private static bool IsBase(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && text.AsSpan().IndexOfAny('?', '#') < 0;
}
