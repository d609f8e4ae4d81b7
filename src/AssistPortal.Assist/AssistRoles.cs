using AssistPortal.Data.Accounts;

namespace AssistPortal.Assist;

/// <summary>Roles of the assist service. What each may do stands in the specification's table of people.</summary>
public static class AssistRoles
{
    public const string Host = "Host";
    public const string Coordinator = "Coordinator";
    public const string Producer = "Producer";

    /// <summary>Whether a role lets somebody look after orders.</summary>
    public static bool IsOfDesk(string role) => role is Coordinator or PortalRoles.Administrator;
}
