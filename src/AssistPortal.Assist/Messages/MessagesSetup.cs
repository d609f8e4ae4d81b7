using AssistPortal.Assist.Messages.Samples;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Messages;

internal static class MessagesSetup
{
    /// <summary>One class for each mail, and what their parts share.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddScoped<OrderCalendar>()
        .AddScoped<OrderMailParts>()
        .AddScoped<ProducerMailParts>()
        .AddScoped<SessionMailParts>()
        .AddScoped<OrderPlacedMail>()
        .AddScoped<OrderUpdatedMail>()
        .AddScoped<OrderCancelledMail>()
        .AddScoped<MeetingChangedMail>()
        .AddScoped<OrderReminderMail>()
        .AddScoped<OrderEditedMail>()
        .AddScoped<OrderReaddressedMail>()
        .AddScoped<ProducerEditedMail>()
        .AddScoped<ProducerAssignedMail>()
        .AddScoped<ProducerMovedMail>()
        .AddScoped<ProducerReleasedMail>()
        .AddScoped<ProducerChangedMail>()
        .AddScoped<SessionMail>()
        .AddScoped<SessionSwapMail>()
        .AddScoped<SessionPlanMail>()
        .AddScoped<LanguageAnswerMail>()
        .AddScoped<FeeLockLiftedMail>()
        .AddScoped<ReportReadyMail>()
        .AddScoped<OrderReopenedMail>()
        .AddScoped<AccessLinkMail>()
        .AddScoped<OrderLinksMail>()
        .AddScoped<CoordinatorAlertMail>()
        .AddScoped<MessageToCoordinatorMail>()
        .AddScoped<MessageToCustomerMail>()
        .AddScoped<InvoiceIssuedMail>()
        .AddScoped<InvoiceCreditedMail>()
        .AddScoped<WaitingOfferMail>()
        .AddScoped<MailPeople>()
        .AddScoped<CustomerAddresses>()
        .AddScoped<OutdatedMails>()
        .AddScoped<OrderMails>()
        .AddScoped<ProducerMails>()
        .AddScoped<SessionMails>()
        .AddScoped<DeskMails>()
        .AddScoped<EditMails>()
        .AddScoped<InvoiceMails>()
        .AddScoped<CoordinatorMails>()
        .AddScoped<CorrespondenceMails>()
        .AddScoped<IMailWitness, FailedMails>()
        .AddMailSamples();
}
