using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Demo;

/// <summary>The trials module's part of the demo data.</summary>
internal static class TrialDemo
{
    public const string Partner = "partner@demo.example";
    public const string OtherPartner = "partner2@demo.example";
    public const string Customer = "customer@demo.example";
    public const string HelpDesk = "helpdesk@demo.example";

    public static IServiceCollection AddTrialDemo(this IServiceCollection services) => services.AddDemoAccounts(
        new DemoAccount(Partner, "Priya", "Raman", TrialRoles.PartnerAdministrator) { Company = "Bluefin Networks" },
        new DemoAccount(OtherPartner, "Tomás", "Herrera", TrialRoles.PartnerAdministrator) { Company = "Alpenblick IT" },
        new DemoAccount(Customer, "Nora", "Svensson", TrialRoles.CustomerAdministrator) { Company = "Harbour Books" },
        new DemoAccount(HelpDesk, "Idris", "Cole", TrialRoles.HelpDesk) { Company = "AssistPortal" });
}
