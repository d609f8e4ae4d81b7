using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>Mails about several sessions at once, for staff to look at.</summary>
internal static class PlanSamples
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .Add<SessionPlanMail>(SessionPlanMail.CauseOf(SessionReader.Customer), (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            var holders = new Dictionary<int, Producer> { [whole.Producer.Id] = whole.Producer };
            return mail.ForCustomer(whole, Changes(whole), holders, count: 0, thread: null);
        })
        .Add<SessionPlanMail>(SessionPlanMail.CauseOf(SessionReader.Producer), (mail, language) =>
        {
            var whole = SampleOrders.Placed(language);
            return mail.ForProducer(whole, Changes(whole), count: 0, SampleOrders.Producer(whole, language));
        });

    private static SessionChange[] Changes(OrderWithRelations whole)
    {
        var (order, producer) = (whole.Order, whole.Producer.Id);
        var start = order.Time.Start - Duration.FromDays(4);
        var call = OrderSession.Schedule(
            order.Id, SessionKind.PlanningCall, producer, start - Duration.FromDays(3), 15);
        var rehearsal = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, producer, start, 60);
        return [new(call, Former: null), new(rehearsal, new(producer, start - Duration.FromDays(1), 60))];
    }
}
