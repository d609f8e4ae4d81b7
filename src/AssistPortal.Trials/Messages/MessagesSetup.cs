using AssistPortal.Trials.Messages.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Messages;

internal static class MessagesSetup
{
    /// <summary>The mails, each composed by a class of its own, and their samples.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddScoped<TrialConvertedMail>()
        .AddScoped<SiteDeletedMail>()
        .AddScoped<SiteOrderedMail>()
        .AddScoped<GuideMail>()
        .AddConvertingSamples();
}
