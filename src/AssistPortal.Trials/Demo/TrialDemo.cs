using AssistPortal.Data.Accounts;

namespace AssistPortal.Trials.Demo;

/// <summary>The people of the trials module in the demo data.</summary>
internal static class TrialDemo
{
    public const string Partner = "partner@demo.example";
    public const string PartnerColleague = "partner1b@demo.example";
    public const string OtherPartner = "partner2@demo.example";
    public const string Customer = "customer@demo.example";
    public const string OtherCustomer = "customer2@demo.example";
    public const string CustomerInGrace = "customer3@demo.example";
    public const string HelpDesk = "helpdesk@demo.example";

    public const string PartnerName = "Bluefin Networks";
    public const string OtherPartnerName = "Alpenblick IT";

    public static IEnumerable<DemoAccount> Accounts =>
    [
        new(Partner, "Priya", "Raman", TrialRoles.PartnerAdministrator) { Company = PartnerName },
        new(PartnerColleague, "Jonas", "Whitfield", TrialRoles.PartnerAdministrator) { Company = PartnerName },
        new(OtherPartner, "Tomás", "Herrera", TrialRoles.PartnerAdministrator) { Company = OtherPartnerName },
        .. DemoTrial.All.Where(trial => trial.HasPeople).Select(trial => trial.Administrator),
        new(HelpDesk, "Idris", "Cole", TrialRoles.HelpDesk) { Company = "AssistPortal" },
    ];
}
