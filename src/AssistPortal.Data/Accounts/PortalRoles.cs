namespace AssistPortal.Data.Accounts;

/// <summary>Roles of the portal as a whole. Each module names its own beside these.</summary>
public static class PortalRoles
{
    public const string Administrator = "Administrator";
}
