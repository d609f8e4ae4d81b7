using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>The roles that the portal and its modules know, in plain words.</summary>
public sealed class RoleWords(IEnumerable<RoleName> known, IStringLocalizer<UsersTexts> texts)
{
    public IReadOnlyList<string> All { get; } = [.. known.Select(role => role.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The role; its key where there are no words for it.</summary>
    public string Of(string role) => texts[$"Role.{role}"].Or(role);
}
