using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Updates;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>Every mail about orders, for staff to look at.</summary>
internal static class MailSamples
{
    public static IServiceCollection AddMailSamples(this IServiceCollection services) => services
        .Add<OrderPlacedMail>(OrderPlacedMail.Cause, (mail, language) => mail.For(SampleOrders.Placed(language)))
        .Add<OrderUpdatedMail>(OrderUpdatedMail.Cause, (mail, language) =>
        {
            var (whole, update) = SampleOrders.Moved(language, MeetingFollowUp.SchedulingPage);
            return mail.For(whole, update, thread: null);
        })
        .AddEdits()
        .Add<OrderCancelledMail>(OrderCancelledMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Cancelled(language);
            return mail.For(whole, SampleOrders.Quote(whole), thread: null);
        })
        .AddMeeting("changed", MeetingFollowUp.Changed)
        .AddMeeting("failed", MeetingFollowUp.Failed)
        .Add<OrderReminderMail>(
            OrderReminderMail.Cause, (mail, language) => mail.For(SampleOrders.Placed(language), thread: null))
        .Add<LanguageAnswerMail>(
            $"{LanguageAnswerMail.Cause}:confirmed",
            (mail, language) => mail.For(SampleOrders.Placed(language), isConfirmed: true, thread: null))
        .Add<LanguageAnswerMail>(
            $"{LanguageAnswerMail.Cause}:declined",
            (mail, language) => mail.For(SampleOrders.Placed(language), isConfirmed: false, thread: null))
        .Add<FeeLockLiftedMail>(FeeLockLiftedMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, whole.Order.PlacedAt, thread: null);
        })
        .Add<ReportReadyMail>(
            ReportReadyMail.Cause,
            (mail, language) => mail.For(SampleOrders.Placed(language), SampleOrders.Report, thread: null))
        .Add<ReportReadyMail>(
            $"{ReportReadyMail.Cause}:corrected",
            (mail, language) => mail.For(
                SampleOrders.Placed(language), SampleOrders.Report with { IsCorrected = true }, thread: null))
        .Add<OrderReopenedMail>(OrderReopenedMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, SampleInvoices.CreditFor(SampleInvoices.For(whole.Order)).Note, thread: null);
        })
        .AddInvoices()
        .Add<AccessLinkMail>(
            AccessLinkMail.Cause, (mail, language) => mail.For(SampleOrders.Placed(language), count: 0, thread: null))
        .Add<OrderLinksMail>(
            OrderLinksMail.Cause,
            (mail, language) => mail.For(
                Guid.Empty,
                [
                    SampleOrders.Placed(language).Order,
                    SampleOrders.Moved(language, MeetingFollowUp.Later).Whole.Order,
                ]))
        .Add<WaitingOfferMail>(WaitingOfferMail.Cause, (mail, language) => mail.For(SampleOffers.For(language)))
        .Add<ProducerAssignedMail>(ProducerAssignedMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, SampleOrders.Producer(whole, language));
        })
        .Add<ProducerMovedMail>(ProducerMovedMail.Cause, (mail, language) =>
        {
            var (whole, update) = SampleOrders.Moved(language, MeetingFollowUp.Later);
            return mail.For(whole, update.FormerStart, SampleOrders.Producer(whole, language));
        })
        .Add<ProducerReleasedMail>(ProducerReleasedMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Cancelled(language);
            return mail.For(whole, whole.Order.Time.Start, SampleOrders.Producer(whole, language));
        })
        .Add<ProducerReleasedMail>($"{ProducerReleasedMail.Cause}:reassigned", (mail, language) =>
        {
            var (whole, _) = SampleOrders.Moved(language, MeetingFollowUp.Later);
            return mail.For(whole, whole.Order.Time.Start, SampleOrders.Producer(whole, language));
        })
        .Add<ProducerChangedMail>(ProducerChangedMail.Cause, (mail, language) =>
        {
            // Sent when the producer has changed, which raises the sequence of the calendar entry.
            var (whole, _) = SampleOrders.Moved(language, MeetingFollowUp.Later);
            return mail.For(whole, thread: null);
        })
        .AddSwap(
            SessionSwapReader.Customer,
            (mail, whole, session, _) => mail.ForCustomer(whole, session, count: 0, thread: null))
        .AddSwap(SessionSwapReader.Assigned, (mail, whole, session, language) =>
            mail.ForAssigned(whole, session, count: 0, SampleOrders.Producer(whole, language)))
        .AddSwap(SessionSwapReader.Released, (mail, whole, session, language) =>
            mail.ForReleased(whole, session, count: 0, session.Time, SampleOrders.Producer(whole, language)))
        .AddPlans()
        .AddSession(SessionAct.Scheduled)
        .AddSession(SessionAct.Moved)
        .AddSession(SessionAct.Cancelled)
        .AddAlert(CoordinatorAlert.Language)
        .AddAlert(CoordinatorAlert.Meeting)
        .AddAlert(CoordinatorAlert.Address)
        .AddAlert(CoordinatorAlert.Declined)
        .Add<MessageToCoordinatorMail>(MessageToCoordinatorMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, SampleOrders.Question(whole.Order), SampleOrders.Coordinator(language));
        })
        .Add<MessageToCustomerMail>(MessageToCustomerMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, SampleOrders.Answer(whole.Order), thread: null);
        });

    private static IServiceCollection AddSession(this IServiceCollection services, SessionAct act) =>
        services
            .Add<SessionMail>(SessionMail.CauseOf(act, SessionReader.Customer), (mail, language) =>
            {
                var whole = SampleOrders.Placed(language);
                return mail.ForCustomer(whole, SampleOrders.SwappedSession(whole.Order), act, count: 0, thread: null);
            })
            .Add<SessionMail>(SessionMail.CauseOf(act, SessionReader.Producer), (mail, language) =>
            {
                var whole = SampleOrders.Placed(language);
                return mail.ForProducer(
                    whole,
                    SampleOrders.SwappedSession(whole.Order),
                    act,
                    count: 0,
                    SampleOrders.Producer(whole, language));
            });

    private static IServiceCollection AddInvoices(this IServiceCollection services) => services
        .Add<InvoiceIssuedMail>($"{InvoiceIssuedMail.Cause}:completion", (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.For(whole, SampleInvoices.For(whole.Order), thread: null);
        })
        .Add<InvoiceIssuedMail>($"{InvoiceIssuedMail.Cause}:corrected", (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            var former = SampleInvoices.For(whole.Order);
            return mail.For(whole, SampleInvoices.InPlaceOf(former, whole.Order), thread: null, former);
        })
        .Add<InvoiceIssuedMail>($"{InvoiceIssuedMail.Cause}:cancellation", (mail, language) =>
        {
            var whole = SampleOrders.Cancelled(language);
            return mail.For(whole, SampleInvoices.ForCancellation(whole.Order), thread: null);
        })
        .Add<InvoiceCreditedMail>(InvoiceCreditedMail.Cause, (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            var invoice = SampleInvoices.For(whole.Order);
            return mail.For(whole, SampleInvoices.CreditFor(invoice), invoice, thread: null);
        });

    private static IServiceCollection AddMeeting(
        this IServiceCollection services, string variant, MeetingFollowUp outcome) =>
        services.Add<MeetingChangedMail>($"{MeetingChangedMail.Cause}:{variant}", (mail, language) =>
        {
            var (whole, update) = SampleOrders.Moved(language, outcome);
            return mail.For(whole, update, thread: null);
        });

    private static IServiceCollection AddAlert(this IServiceCollection services, CoordinatorAlert reason) =>
        services.Add<CoordinatorAlertMail>(CoordinatorAlertMail.CauseOf(reason), (mail, language) =>
            mail.For(SampleOrders.Placed(language), reason, SampleOrders.Coordinator(language)));

    private static IServiceCollection AddSwap(
        this IServiceCollection services,
        SessionSwapReader reader,
        Func<SessionSwapMail, OrderWithRelations, OrderSession, string, MailToWrite> compose) =>
        services.Add<SessionSwapMail>(SessionSwapMail.CauseOf(reader), (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return compose(mail, whole, SampleOrders.SwappedSession(whole.Order), language);
        });

    internal static IServiceCollection Add<TMail>(
        this IServiceCollection services, string key, Func<TMail, string, MailToWrite> compose)
        where TMail : notnull =>
        services.AddScoped<IMailSample>(
            provider => new Sample(key, language => compose(provider.GetRequiredService<TMail>(), language)));

    private sealed class Sample(string key, Func<string, MailToWrite> compose) : IMailSample
    {
        public string Key => key;

        public MailToWrite Compose(string language) => compose(language);
    }
}
