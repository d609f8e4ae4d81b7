using AssistPortal.Trials.Messages.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Messages;

/// <summary>Mails about devices and requests to the help desk.</summary>
internal static class DeviceMessagesSetup
{
    public static IServiceCollection AddDeviceMessages(this IServiceCollection services) => services
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
        .AddScoped<ShipmentMails>()
        .AddDeviceSamples();
}
