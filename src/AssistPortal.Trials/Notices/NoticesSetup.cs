using AssistPortal.Mail.Mime;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Messages.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Notices;

internal static class NoticesSetup
{
    private const string Header = "X-Trial-Notice";

    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<NoticeBook>()
        .AddScoped<NoticeReaders>()
        .AddScoped<NoticeBatch>()
        .AddScoped<TrialNoticeMail>()
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.EndsSoon), Header, "ends-soon"))
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.Expired), Header, "expired"))
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.Ended), Header, "ended"))
        .AddNoticeSamples();
}
