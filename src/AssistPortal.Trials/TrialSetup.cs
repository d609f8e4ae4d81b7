using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Checking;
using AssistPortal.Trials.Contacting;
using AssistPortal.Trials.Demo;
using AssistPortal.Trials.Desk;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Guide;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using AssistPortal.Trials.Starting;
using AssistPortal.Trials.Texts;
using AssistPortal.Trials.Timekeeping;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials;

public static class TrialSetup
{
    /// <summary>Module two: partners' trials. Each folder registers itself.</summary>
    public static IServiceCollection AddTrials(this IServiceCollection services) => services
        .AddSingleton(new EntityAssembly(typeof(TrialSetup).Assembly))
        .AddRoleNames(TrialRoles.PartnerAdministrator, TrialRoles.CustomerAdministrator, TrialRoles.HelpDesk)
        .AddTrialTexts()
        .AddPartners()
        .AddOrganisations()
        .AddBuying()
        .AddNotices()
        .AddMessages()
        .AddHelpDesk()
        .AddGuide()
        .AddStarting()
        .AddExtending()
        .AddContacting()
        .AddLending()
        .AddDesk()
        .AddEnding()
        .AddTimekeeping()
        .AddTrialChecks()
        .AddTrialDemo();
}
