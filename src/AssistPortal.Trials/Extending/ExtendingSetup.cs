using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Extending;

internal static class ExtendingSetup
{
    public static IServiceCollection AddExtending(this IServiceCollection services) => services
        .AddScoped<EditProof>()
        .AddComposed<TrialEdits>();
}
