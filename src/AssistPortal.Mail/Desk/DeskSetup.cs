using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Desk;

internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<MailDesk>();
}
