using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Features.Staff;

/// <summary>Who works in the staff area.</summary>
internal static class StaffRoles
{
    /// <summary>For <see cref="Microsoft.AspNetCore.Authorization.AuthorizeAttribute"/>.</summary>
    public const string All = $"{AssistRoles.Coordinator},{PortalRoles.Administrator}";

    public static bool Has(ClaimsPrincipal user) =>
        user.IsInRole(AssistRoles.Coordinator) || user.IsInRole(PortalRoles.Administrator);
}
