using AssistPortal.Mail.Mime;
using AssistPortal.Trials.Messages.Samples;
using AssistPortal.Trials.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Messages;

internal static class MessagesSetup
{
    private const string NoticeHeader = "X-Trial-Notice";

    /// <summary>The mails, each composed by a class of its own, and their samples.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddScoped<TrialNoticeMail>()
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.EndsSoon), NoticeHeader, "ends-soon"))
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.Expired), NoticeHeader, "expired"))
        .AddSingleton(new CauseHeader(TrialNoticeMail.CauseOf(TrialNoticeKind.Ended), NoticeHeader, "ended"))
        .AddScoped<TrialConvertedMail>()
        .AddScoped<SiteDeletedMail>()
        .AddScoped<SiteOrderedMail>()
        .AddScoped<PurchaseRequestMail>()
        .AddScoped<GuideMail>()
        .AddScoped<DeviceMailParts>()
        .AddScoped<ShippingNoticeMail>()
        .AddScoped<DeliveredMail>()
        .AddScoped<ShipmentQuestionMail>()
        .AddScoped<LabelRequestedMail>()
        .AddScoped<LabelSentMail>()
        .AddScoped<ReturnAnnouncedMail>()
        .AddScoped<MoreDevicesMail>()
        .AddScoped<DeviceReminderMail>()
        .AddScoped<AnswerMail>()
        .AddScoped<HelpDeskMails>()
        .AddScoped<TrialMails>()
        .AddNoticeSamples()
        .AddConvertingSamples()
        .AddBuyingSamples()
        .AddDeviceSamples();
}
