using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Templates;

internal static class TemplatesSetup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<MailRenderer>();
}
