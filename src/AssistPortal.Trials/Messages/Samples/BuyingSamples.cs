using AssistPortal.Mail.Samples;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>A made-up customer's wish to buy, for staff to look at.</summary>
internal static class BuyingSamples
{
    public static IServiceCollection AddBuyingSamples(this IServiceCollection services) =>
        services.AddScoped<IMailSample>(provider => new TrialMailSample(PurchaseRequestMail.Cause, language =>
        {
            var now = provider.GetRequiredService<IClock>().GetCurrentInstant();
            var customer = SampleTrials.Reader(language, TrialNoticeAudience.Customer);
            var asker = new OrganisationMember(Guid.Empty, customer.Email, MailKey.Of(customer.Email), customer.Name);
            return provider.GetRequiredService<PurchaseRequestMail>().For(
                SampleTrials.Of(language, TrialNoticeKind.EndsSoon, now),
                asker,
                SampleTrials.Reader(language, TrialNoticeAudience.Partner),
                now);
        }));
}
