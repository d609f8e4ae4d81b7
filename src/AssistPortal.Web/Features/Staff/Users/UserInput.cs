using System.Globalization;
using AssistPortal.Assist.People;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>An account as typed.</summary>
public sealed class UserInput
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Company { get; set; }

    public string? Phone { get; set; }

    public string? Language { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>Names of the roles that are ticked, with commas between.</summary>
    public string? Roles { get; set; }

    /// <summary>Keys of the sites that are ticked, with commas between.</summary>
    public string? Sites { get; set; }

    /// <summary>The account's stamp as the form was made.</summary>
    public string? Version { get; set; }

    public static UserInput From(UserDetails user, string? version) => new()
    {
        FirstName = user.FirstName,
        LastName = user.LastName,
        Email = user.Email,
        Company = user.Company,
        Phone = user.Phone,
        Language = user.Language,
        TimeZone = user.TimeZone,
        Roles = string.Join(',', user.Roles),
        Sites = string.Join(',', user.SiteIds.Select(id => id.ToString(CultureInfo.InvariantCulture))),
        Version = version,
    };

    public bool HasRole(string role) => Split(Roles).Contains(role, StringComparer.Ordinal);

    public bool HasSite(int siteId) => Split(Sites).Select(Tolerant.Number).Contains(siteId);

    /// <summary>Several boxes of one name are ticked: all of them count, not the first.</summary>
    public UserInput WithTicked(IFormCollection form)
    {
        (Roles, Sites) = ($"{form[nameof(Roles)]}", $"{form[nameof(Sites)]}");
        return this;
    }

    /// <summary>The account; the form has passed <see cref="UserValidator"/>.</summary>
    public UserDetails Read(IReadOnlyList<string> knownRoles) => new()
    {
        FirstName = Tolerant.Text(FirstName),
        LastName = Tolerant.Text(LastName),
        Email = Tolerant.Email(Email),
        Company = Tolerant.Text(Company),
        Phone = Tolerant.Code(Phone) is { Length: > 0 } phone ? phone : null,
        Language = Tolerant.Code(Language) is { Length: > 0 } language ? language : null,
        TimeZone = Tolerant.Zone(TimeZone)?.Id,
        Roles = [.. knownRoles.Where(HasRole)],
        SiteIds = [.. Split(Sites).Select(Tolerant.Number).OfType<int>().Distinct()],
    };

    private static string[] Split(string? ticked) =>
        (ticked ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
