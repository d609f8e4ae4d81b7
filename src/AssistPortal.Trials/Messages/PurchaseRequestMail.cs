using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells an administrator of the partner that a customer wants to buy.</summary>
internal sealed class PurchaseRequestMail(
    IStringLocalizer<BuyingTexts> texts, TrialWording wording, PortalAddress address)
{
    public const string Cause = "trial.purchase-request";

    public MailToWrite For(Trial trial, OrganisationMember asker, TrialNoticeReader reader, Instant now)
    {
        using var culture = MailCulture.Of(reader.Language);
        var life = trial.Life;
        var isExpired = trial.StateAt(now) == TrialState.Expired;
        var left = wording.Days(life.DaysLeftAt(now) ?? 0);
        var body = new MailBody(texts["Preheader", asker.Greeted, trial.Company])
            .Heading(texts["Heading", trial.Company])
            .Paragraph(texts["Greeting", reader.Name])
            .Paragraph(texts["Text", asker.Greeted, trial.Company])
            .Paragraph(isExpired ? texts["Left.Expired", left] : texts["Left.Active", left])
            .Facts(
                new MailFact(texts["Fact.Company"], trial.Company),
                new MailFact(
                    texts["Fact.Asker"],
                    asker.Name.Length > 0 ? texts["Person", asker.Name, asker.Email] : asker.Email),
                new MailFact(texts["Fact.Licences"], wording.Licences(trial.Services)),
                new MailFact(texts["Fact.End"], TrialWording.Day(trial.EndDate, trial.Zone)),
                new MailFact(texts["Fact.CutOff"], TrialWording.Day(life.CutOffDate(now), trial.Zone)))
            .Note(texts["Note"])
            .Link(texts["Open.Convert"], address.Of($"trials/{trial.Id}/convert"))
            .Link(texts["Open.Trial"], address.Of($"trials/{trial.Id}"));
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = trial.Id.ToString(),
            Revision = Period.DaysBetween(trial.StartDate, life.TodayAt(now)),
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["Subject", trial.Company],
            Body = body,
            ReplyTo = asker.Email,
        };
    }
}
