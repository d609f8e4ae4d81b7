using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Texts;

internal static class TextsSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddScoped<Wording>()
        .AddScoped<OrderDifferences>();
}
