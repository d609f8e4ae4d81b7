using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Samples;

internal static class SamplesSetup
{
    public static IServiceCollection AddSamples(this IServiceCollection services) => services
        .AddScoped<IMailSample, DigestSample>()
        .AddComposed<MailPreviews>();
}
