using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Guide;

internal static class GuideSetup
{
    public static IServiceCollection AddGuide(this IServiceCollection services) => services.AddComposed<TrialGuide>();
}
