using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Brings an administrator of the customer the link to the guide.</summary>
internal sealed class GuideMail(IStringLocalizer<ConvertingTexts> texts, PortalAddress address)
{
    public const string Cause = "trial.guide";

    /// <param name="trial">The trial.</param>
    /// <param name="partner">Who sends it.</param>
    /// <param name="reader">Who gets it.</param>
    /// <param name="day">Days since the trial's start: one mail a day is sent at most.</param>
    public MailToWrite For(Trial trial, Partner partner, TrialNoticeReader reader, int day)
    {
        using var culture = MailCulture.Of(reader.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = $"{trial.Id}",
            Revision = day,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["Guide.Subject", trial.Company],
            Body = new MailBody(texts["Guide.Preheader"])
                .Heading(texts["Guide.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["Guide.Text", partner.Name])
                .List([texts["Guide.Users"], texts["Guide.Services"], texts["Guide.Usage"], texts["Guide.Support"]])
                .Link(texts["Guide.Open"], address.Of("guide"))
                .Note(texts["Guide.Questions", partner.Name, partner.Email]),
        };
    }
}
