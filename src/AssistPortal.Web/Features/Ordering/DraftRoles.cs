using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Who orders: hosts for themselves, and those of the staff area for customers.</summary>
internal static class DraftRoles
{
    /// <summary>For <see cref="Microsoft.AspNetCore.Authorization.AuthorizeAttribute"/>.</summary>
    public const string All = $"{AssistRoles.Host},{AssistRoles.Coordinator},{PortalRoles.Administrator}";

    /// <summary>Whether somebody may still order in that way.</summary>
    public static bool Allow(ClaimsPrincipal user, bool isByStaff) => isByStaff
        ? user.IsInRole(AssistRoles.Coordinator) || user.IsInRole(PortalRoles.Administrator)
        : user.IsInRole(AssistRoles.Host);
}
