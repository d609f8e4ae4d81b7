using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings;

/// <summary>Settings under <c>Directories</c>: how the portal reaches meeting directories outside it.</summary>
public sealed class DirectoryOptions
{
    /// <summary>How long a host is kept waiting for a directory, 1 s to 1 min.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Media type of changes. Some descriptions of the Webex API name <c>application/json-patch+json</c>.</summary>
    public string PatchMediaType { get; set; } = "application/json";

    /// <summary>The portal's access, by the site's host name.</summary>
    public Dictionary<string, SiteAccess> Sites { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Settings under <c>Directories:Sites:&lt;host name&gt;</c>. One of token and file is set, not both.</summary>
public sealed class SiteAccess
{
    /// <summary>The access token itself.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds nothing but the access token, such as a mounted secret. It is read with each look-up.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Whether the token is an administrator's, who sees and changes the meetings of every host of the site.</summary>
    public bool IsAdministrator { get; set; } = true;
}

/// <summary>Refuses settings that can't work. What it says names the setting and never its value.</summary>
internal sealed class DirectoryOptionsValidator : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        List<string> faults = [.. options.Sites.SelectMany(site => FaultsOf($"Directories:Sites:{site.Key}", site.Key, site.Value))];
        if (!MediaTypeHeaderValue.TryParse(options.PatchMediaType, out _))
        {
            faults.Add("Directories:PatchMediaType is no media type.");
        }

        if (options.Patience < TimeSpan.FromSeconds(1) || options.Patience > TimeSpan.FromMinutes(1))
        {
            faults.Add("Directories:Patience is not between 00:00:01 and 00:01:00.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(string section, string hostName, SiteAccess access)
    {
        if (Uri.CheckHostName(hostName) != UriHostNameType.Dns)
        {
            yield return $"{section}: the section's name is no host name of a site.";
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
}
