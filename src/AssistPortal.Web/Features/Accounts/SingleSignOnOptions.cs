namespace AssistPortal.Web.Features.Accounts;

/// <summary>Settings under <c>SingleSignOn</c>: an identity provider that speaks OpenID Connect.</summary>
public sealed class SingleSignOnOptions
{
    public const string Section = "SingleSignOn";

    /// <summary>The provider's address; without one there is no single sign-on.</summary>
    public Uri? Authority { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>What people call it: the button's text.</summary>
    public string Name { get; init; } = "OpenID Connect";

    /// <summary>
    /// Domains whose people get an account at their first sign-in, or into theirs; the provider has to have verified
    /// their address.
    /// </summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The claim that says what somebody may do.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>
    /// The portal's role for each value of that claim. Roles that stand here follow the claim with each sign-in; others
    /// are left alone.
    /// </summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsConfigured => Authority is not null;

    /// <summary>Scheme, host and port of the provider; null where there is none.</summary>
    public string? Origin => Authority?.GetLeftPart(UriPartial.Authority);
}
