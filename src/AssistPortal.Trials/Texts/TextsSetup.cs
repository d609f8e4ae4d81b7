using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Texts;

internal static class TextsSetup
{
    public static IServiceCollection AddTrialTexts(this IServiceCollection services) => services
        .AddComposed<TrialWording>(ServiceLifetime.Singleton)
        .AddComposed<CountryNames>(ServiceLifetime.Singleton)
        .AddComposed<DeviceWording>(ServiceLifetime.Singleton)
        .AddComposed<ConversionWording>(ServiceLifetime.Singleton);
}
