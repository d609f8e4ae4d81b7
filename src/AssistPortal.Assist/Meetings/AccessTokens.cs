using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings;

/// <summary>The portal's access tokens for the directories of sites, from its settings.</summary>
internal sealed partial class AccessTokens(IOptionsMonitor<DirectoryOptions> options, ILogger<AccessTokens> logger)
{
    /// <summary>The token of that site, as it is now.</summary>
    /// <exception cref="DirectoryException">There is none.</exception>
    public async Task<AccessToken> OfAsync(Site site, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.Sites.TryGetValue(site.HostName, out var access))
        {
            throw new DirectoryException(DirectoryFault.NotConfigured);
        }

        var token = string.IsNullOrEmpty(access.TokenFile)
            ? access.Token
            : await ReadAsync(access.TokenFile, site.Id, cancellationToken);
        return IsToken(token)
            ? new AccessToken(token!, access.IsAdministrator, access.Api)
            : throw new DirectoryException(DirectoryFault.NotConfigured);
    }

    /// <summary>Whether it can stand in a header: visible ASCII.</summary>
    internal static bool IsToken(string? text) =>
        text is { Length: > 0 and <= SecretFile.Longest } && text.All(sign => sign is > ' ' and < '\u007f');

    private async Task<string?> ReadAsync(string path, int siteId, CancellationToken cancellationToken)
    {
        try
        {
            if (await SecretFile.ReadAsync(path, cancellationToken) is { } token)
            {
                return token;
            }

            TokenFileFailed(logger, siteId, "TooLong");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TokenFileFailed(logger, siteId, fault.GetType().Name);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token file of site {SiteId} can't be read: {Fault}")]
    private static partial void TokenFileFailed(ILogger logger, int siteId, string fault);
}

/// <summary>An access token. It is no record: those print what they hold.</summary>
internal sealed class AccessToken(string value, bool isAdministrator, Uri api)
{
    public string Value { get; } = value;

    /// <summary>Base address of the API that it is for.</summary>
    public Uri Api { get; } = api;

    /// <summary>Whether it speaks for every host of the site, and therefore has to say for whom.</summary>
    public bool IsAdministrator { get; } = isAdministrator;

    /// <summary>Whether that address gets it: only one below the API's.</summary>
    public bool IsFor(Uri address) =>
        address.Scheme == Api.Scheme
        && address.UserInfo.Length == 0
        && address.Authority.Equals(Api.Authority, StringComparison.OrdinalIgnoreCase)
        && address.AbsolutePath.StartsWith(Api.AbsolutePath, StringComparison.Ordinal);
}
