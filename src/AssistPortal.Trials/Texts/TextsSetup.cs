using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Texts;

internal static class TextsSetup
{
    public static IServiceCollection AddTrialTexts(this IServiceCollection services) => services
        .AddSingleton<TrialWording>()
        .AddScoped<CountryNames>()
        .AddComposed<DeviceWording>();
}
