using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Mime;

internal static class MimeSetup
{
    public static IServiceCollection AddMime(this IServiceCollection services) => services
        .AddSingleton<MimeMessageFactory>()
        .AddComposed<MailSource>();
}
