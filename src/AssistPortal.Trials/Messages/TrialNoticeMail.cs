using AssistPortal.Data;
using AssistPortal.Data.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells of a trial's coming end, of its end, and of what has gone with it.</summary>
internal sealed class TrialNoticeMail(IStringLocalizer<NoticeTexts> texts, TrialWording wording, PortalAddress address)
{
    public static string CauseOf(TrialNoticeKind kind) => kind switch
    {
        TrialNoticeKind.EndsSoon => "trial.ends-soon",
        TrialNoticeKind.Expired => "trial.expired",
        _ => "trial.ended",
    };

    public MailToWrite For(TrialNotice notice, Trial trial, Partner partner, Instant now)
    {
        using var culture = MailCulture.Of(notice.Language);
        var (life, kind) = (trial.Life, $"{notice.Kind}.{notice.Audience}");
        var (ends, gone) =
            (TrialWording.Day(trial.EndDate, trial.Zone), TrialWording.Day(life.CutOffDate(now), trial.Zone));
        var body = new MailBody(texts[$"{kind}.Preheader", trial.Company, ends, gone])
            .Heading(texts[$"{kind}.Heading", trial.Company])
            .Paragraph(texts["Greeting", notice.Name])
            .Paragraph(life.DaysLeftAt(now) is { } left
                ? texts[$"{kind}.Text", trial.Company, ends, wording.Days(left), gone]
                : texts[$"{kind}.Text", trial.Company, ends, gone]);
        if (notice.Kind != TrialNoticeKind.Ended)
        {
            body.Facts(
                new MailFact(
                    texts["Fact.Services"], wording.Services(trial.Services.Select(service => service.Service))),
                new MailFact(texts[$"Fact.{notice.Kind}.End"], ends),
                new MailFact(texts["Fact.CutOff"], gone));
            AddWayOn(body, notice, trial, partner);
        }
        else
        {
            body.Paragraph(texts["Ended.User.Who", partner.Name, partner.Email]);
        }

        return new MailToWrite
        {
            Cause = CauseOf(notice.Kind),
            SubjectId = trial.Id.ToString(),
            Revision = Period.DaysBetween(new LocalDate(2000, 1, 1), notice.EndDate),
            Recipient = notice.Recipient,
            RecipientName = notice.Name,
            Language = notice.Language,
            Subject = texts[$"{kind}.Subject", trial.Company, DateWords.Date(trial.EndDate)],
            Body = body,
        };
    }

    private void AddWayOn(MailBody body, TrialNotice notice, Trial trial, Partner partner)
    {
        if (notice.Audience == TrialNoticeAudience.Partner)
        {
            body.Note(texts[$"{notice.Kind}.Partner.Note"])
                .Link(texts["Open.Trial"], address.Of($"trials/{trial.Id}"));
            return;
        }

        body.Note(texts[$"{notice.Kind}.Customer.Note"])
            .Link(texts["Open.Buy"], address.Of("my-trial/subscription#buy"))
            .Paragraph(texts["Who", partner.Name, partner.Email]);
    }
}
