using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells an administrator of the customer that the trial is paid, and what became of each part.</summary>
internal sealed class TrialConvertedMail(
    IStringLocalizer<ConvertingTexts> texts, ConversionWording wording, PortalAddress address)
{
    public const string Cause = "trial.converted";

    public MailToWrite For(Trial trial, PurchaseOrder order, ConversionPlan plan, TrialNoticeReader reader)
    {
        using var culture = MailCulture.Of(reader.Language);
        var body = new MailBody(texts["Converted.Preheader", trial.Company])
            .Heading(texts["Converted.Heading"])
            .Paragraph(texts["Greeting", reader.Name])
            .Paragraph(texts["Converted.Text", trial.Company])
            .Facts(
                [
                    new MailFact(texts["Fact.Offer"], OfferCodes.Of(order.Offer)),
                    .. order.Items.Select(item => new MailFact($"{item}", wording.Item(item))),
                    .. order.SiteHost is { } host ? new[] { new MailFact(texts["Fact.Site"], host) } : [],
                ]);
        if (plan.Converts.Count > 0)
        {
            body.Paragraph(texts["Converted.Converts"]).List(plan.Converts.Select(wording.Part));
        }

        if (plan.LosesSomething)
        {
            body.Paragraph(texts["Converted.Loses"]).List(plan.Loses.Select(wording.Part));
        }

        body.Paragraph(texts["Converted.Usage"]).Link(texts["Converted.Open"], address.Of("my-trial"));
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = $"{trial.Id}",
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["Converted.Subject", trial.Company],
            Body = body,
        };
    }
}
