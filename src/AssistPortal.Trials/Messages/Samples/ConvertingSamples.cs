using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>The mails of conversions and the guide with made-up contents, for staff to look at.</summary>
internal static class ConvertingSamples
{
    private const string Host = "harbourbooks.meetings.example";

    private static readonly Instant Moment = Instant.FromUtc(2027, 3, 16, 9, 30);

    public static IServiceCollection AddConvertingSamples(this IServiceCollection services) => services
        .Add<GuideMail>(GuideMail.Cause, (mail, language) => mail.For(
            TrialOf(language), SampleTrials.Partner(language), Customer(language), day: 0))
        .Add<TrialConvertedMail>(TrialConvertedMail.Cause, (mail, language) =>
        {
            var (trial, order) = (TrialOf(language), Order(Offer.Spark, OfferItem.M3, OfferItem.ROOM));
            order.KeepSite(Host);
            var services = trial.Services.Select(service => service.Service).ToList();
            var plan = ConversionPlan.Of(services, hasSite: true, order.Offer, order.Items);
            return mail.For(trial, order, plan, Customer(language));
        })
        .Add<SiteDeletedMail>(
            SiteDeletedMail.Cause, (mail, language) => mail.For(TrialOf(language), WebExOrder(), Partner(language)))
        .Add<SiteOrderedMail>(
            SiteOrderedMail.Cause, (mail, language) => mail.For(TrialOf(language), WebExOrder(), Partner(language)));

    private static PurchaseOrder WebExOrder()
    {
        var order = Order(Offer.WebEx);
        order.OrderSite(Host, SameUrl.RequestDeletion, Moment);
        return order;
    }

    private static PurchaseOrder Order(Offer offer, params IReadOnlyList<OfferItem> items) =>
        new(Guid.Empty, offer, items, "alex.morgan@customer.example", Guid.Empty, Moment);

    private static Trial TrialOf(string language) => SampleTrials.Of(language, TrialNoticeKind.EndsSoon, Moment);

    private static TrialNoticeReader Customer(string language) =>
        SampleTrials.Reader(language, TrialNoticeAudience.Customer);

    private static TrialNoticeReader Partner(string language) =>
        SampleTrials.Reader(language, TrialNoticeAudience.Partner);

    private static IServiceCollection Add<TMail>(
        this IServiceCollection services, string key, Func<TMail, string, MailToWrite> compose)
        where TMail : notnull =>
        services.AddScoped<IMailSample>(provider => new TrialMailSample(
            key, language => compose(provider.GetRequiredService<TMail>(), language)));
}
