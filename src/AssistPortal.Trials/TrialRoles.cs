namespace AssistPortal.Trials;

/// <summary>Roles of the trials module. What each may do stands in the specification's table of people.</summary>
public static class TrialRoles
{
    public const string PartnerAdministrator = "PartnerAdministrator";
    public const string CustomerAdministrator = "CustomerAdministrator";
    public const string HelpDesk = "HelpDesk";
}
