using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>The mails about an edited order.</summary>
internal static class EditSamples
{
    public static IServiceCollection AddEdits(this IServiceCollection services) => services
        .Add<OrderEditedMail>($"{OrderEditedMail.Cause}:changed", (mail, language) =>
        {
            var edited = SampleOrders.Edited(language);
            return mail.For(edited, count: 0, edited.Order.PlacedAt, thread: null);
        })
        .Add<OrderEditedMail>($"{OrderEditedMail.Cause}:address", (mail, language) =>
        {
            var edited = SampleOrders.Edited(language, "alex.mogran@contoso.example");
            return mail.For(edited, count: 0, edited.Order.PlacedAt, thread: null);
        })
        .Add<OrderReaddressedMail>(OrderReaddressedMail.Cause, (mail, language) => mail.For(
            SampleOrders.Edited(language, "alex.mogran@contoso.example"), count: 0, hasEntry: true, thread: null))
        .Add<ProducerEditedMail>(ProducerEditedMail.Cause, (mail, language) =>
        {
            var edited = SampleOrders.Edited(language).ForProducer();
            return mail.For(edited, count: 0, SampleOrders.Producer(edited.Whole, language));
        });
}
