using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Data.Texts;

public static class TextsSetup
{
    /// <summary>
    /// The words of all resources. Each localizer is made once: it asks for the language whenever it is asked itself.
    /// </summary>
    public static IServiceCollection AddKeptTexts(this IServiceCollection services) => services
        .AddSingleton<IStringLocalizerFactory, KeptTextsFactory>()
        .AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>))
        .AddLocalization();
}
