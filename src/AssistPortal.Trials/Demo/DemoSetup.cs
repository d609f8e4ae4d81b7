using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Demo;

internal static class DemoSetup
{
    /// <summary>The trials module's part of the demo data.</summary>
    public static IServiceCollection AddTrialDemo(this IServiceCollection services) => services
        .AddScoped<IDemoContent, TrialDemoContent>()
        .AddDemoAccounts(TrialDemo.Accounts);
}
