using System.Globalization;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>Renders the parts of a mail in its own language, whatever the current one is.</summary>
internal sealed class MailRenderer(IStringLocalizer<MailTexts> texts, IOptions<MailOptions> options)
{
    public MailContent Render(MailToWrite mail, Instant now)
    {
        using var culture = MailCulture.Of(mail.Language);
        var sender = options.Value.FromName;
        var footer = Footer(mail, sender);
        return new MailContent(
            TextRenderer.Render(mail.Body, footer),
            HtmlRenderer.Render(
                HeaderText.Clean(mail.Subject), mail.Body, sender, footer, CultureInfo.CurrentUICulture),
            Calendar(mail, now));
    }

    private List<string> Footer(MailToWrite mail, string sender)
    {
        List<string> footer = [texts["Footer.Automatic", sender]];
        if ((mail.ReplyTo ?? options.Value.ReplyTo) is not null)
        {
            footer.Add(texts["Footer.Reply"]);
        }

        return footer;
    }

    private string? Calendar(MailToWrite mail, Instant now) => mail.Calendar is not { } first
        ? null
        : string.Concat(mail.FurtherCalendars.Prepend(first).Select(invitation => CalendarWriter.Write(invitation with
        {
            Event = invitation.Event with
            {
                OrganizerEmail = options.Value.From,
                OrganizerName = options.Value.FromName,
                AttendeeEmail = HeaderText.Clean(mail.Recipient),
                AttendeeName = mail.RecipientName,
                Stamp = now,
            },
        })));
}
