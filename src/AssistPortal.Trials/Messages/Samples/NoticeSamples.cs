using AssistPortal.Mail.Samples;
using AssistPortal.Trials.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>Every mail that time brings, for staff to look at.</summary>
internal static class NoticeSamples
{
    public static IServiceCollection AddNoticeSamples(this IServiceCollection services) => services
        .Add(TrialNoticeKind.EndsSoon, TrialNoticeAudience.Customer)
        .Add(TrialNoticeKind.EndsSoon, TrialNoticeAudience.Partner)
        .Add(TrialNoticeKind.Expired, TrialNoticeAudience.Customer)
        .Add(TrialNoticeKind.Expired, TrialNoticeAudience.Partner)
        .Add(TrialNoticeKind.Ended, TrialNoticeAudience.User);

    private static IServiceCollection Add(
        this IServiceCollection services, TrialNoticeKind kind, TrialNoticeAudience audience) =>
        services.AddScoped<IMailSample>(provider => new TrialMailSample(
            $"{TrialNoticeMail.CauseOf(kind)}:{audience.ToString().ToLowerInvariant()}",
            language =>
            {
                var now = provider.GetRequiredService<IClock>().GetCurrentInstant();
                var trial = SampleTrials.Of(language, kind, now);
                var reader = SampleTrials.Reader(language, audience);
                var notice = new TrialNotice(trial.Id, kind, trial.EndDate, reader, now);
                return provider.GetRequiredService<TrialNoticeMail>()
                    .For(notice, trial, SampleTrials.Partner(language), now);
            }));
}
