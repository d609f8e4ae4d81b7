namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Settings under <c>Directories:Sites:&lt;host name&gt;</c>. One of token and file is set, not both.
/// </summary>
internal sealed class SiteAccess
{
    /// <summary>Base address of the API: the only one that gets the token.</summary>
    public string Address { get; set; } = "https://webexapis.com/v1/";

    /// <summary>The access token itself.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// A file that holds nothing but the access token, such as a mounted secret. It is read with each look-up.
    /// </summary>
    public string? TokenFile { get; set; }

    /// <summary>
    /// Whether the token is an administrator's, who sees and changes the meetings of every host of the site.
    /// </summary>
    public bool IsAdministrator { get; set; } = true;

    /// <summary>The address, ending in a slash.</summary>
    internal Uri Api => new(Address.EndsWith('/') ? Address : $"{Address}/");
}
