using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>The mails of conversions and the guide with made-up contents, for staff to look at.</summary>
internal static class ConvertingSamples
{
    private const string Host = "harbour-books.meetings.example";

    private static readonly Instant Moment = Instant.FromUtc(2027, 3, 16, 9, 30);

    private static readonly IReadOnlyDictionary<CloudService, int> Services = new Dictionary<CloudService, int>
    {
        [CloudService.Message] = 25,
        [CloudService.Meeting] = 25,
        [CloudService.Call] = 5,
    };

    public static IServiceCollection AddConvertingSamples(this IServiceCollection services) => services
        .Add<GuideMail>(GuideMail.Cause, (mail, language) => mail.For(TrialOf(language), PartnerOf(language), Person(language), day: 0))
        .Add<TrialConvertedMail>(TrialConvertedMail.Cause, (mail, language) =>
        {
            var order = new PurchaseOrder(Guid.Empty, Offer.Spark, [OfferItem.M3, OfferItem.ROOM], "alex@customer.example", Guid.Empty, Moment);
            order.KeepSite(Host);
            return mail.For(
                TrialOf(language), order, ConversionPlan.Of([.. Services.Keys], hasSite: true, order.Offer, order.Items), Person(language));
        })
        .Add<SiteDeletedMail>(SiteDeletedMail.Cause, (mail, language) => mail.For(TrialOf(language), WebExOrder(), Person(language)))
        .Add<SiteOrderedMail>(SiteOrderedMail.Cause, (mail, language) => mail.For(TrialOf(language), WebExOrder(), Person(language)));

    private static PurchaseOrder WebExOrder()
    {
        var order = new PurchaseOrder(Guid.Empty, Offer.WebEx, [], "alex@customer.example", Guid.Empty, Moment);
        order.OrderSite(Host, SameUrl.RequestDeletion, Moment);
        return order;
    }

    private static Trial TrialOf(string language) => Trial.Begin(
        new TrialStart(
            Guid.Empty,
            Guid.Empty,
            In(language, "Harbour Books", "海港書店", "海港书店"),
            "US",
            "America/New_York",
            language,
            LengthDays: 30,
            Services),
        Moment);

    private static Partner PartnerOf(string language) =>
        new(In(language, "Bluefin Networks", "藍鰭網路", "蓝鳍网络"), "trials@bluefin.example", phone: "");

    private static TrialMailPerson Person(string language) =>
        new(In(language, "Alex Morgan", "王小明", "王小明"), "alex@customer.example", language);

    private static string In(string language, string english, string traditional, string simplified) => language switch
    {
        "zh-Hant" => traditional,
        "zh-Hans" => simplified,
        _ => english,
    };

    private static IServiceCollection Add<TMail>(
        this IServiceCollection services, string key, Func<TMail, string, MailToWrite> compose)
        where TMail : notnull =>
        services.AddScoped<IMailSample>(provider => new Sample(key, language => compose(provider.GetRequiredService<TMail>(), language)));

    private sealed class Sample(string key, Func<string, MailToWrite> compose) : IMailSample
    {
        public string Key => key;

        public MailToWrite Compose(string language) => compose(language);
    }
}
