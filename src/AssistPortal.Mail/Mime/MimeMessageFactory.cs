using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Mime;

/// <summary>Builds the framework's message of a mail (RFC 6047 where there is a calendar part).</summary>
internal sealed class MimeMessageFactory(IOptions<MailOptions> options)
{
    /// <summary>The caller disposes of the message.</summary>
    /// <exception cref="MailException">No mail can be sent to the recipient's address.</exception>
    public MailMessage Create(OutboxMail mail)
    {
        var message = new MailMessage
        {
            From = Mailbox.Of(options.Value.From, options.Value.FromName),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        try
        {
            message.To.Add(Mailbox.Of(mail.Recipient, mail.RecipientName));
            if (mail.ReplyTo is not null)
            {
                message.ReplyToList.Add(Mailbox.Of(mail.ReplyTo, name: null));
            }

            AddHeaders(message, mail);
            AddParts(message, mail);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private static void AddHeaders(MailMessage message, OutboxMail mail)
    {
        message.Headers["Message-ID"] = mail.MessageId;
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Content-Language"] = mail.Language;
        if (mail.InReplyTo is not null)
        {
            message.Headers["In-Reply-To"] = mail.InReplyTo;
            message.Headers["References"] = mail.InReplyTo;
        }
    }

    private static void AddParts(MailMessage message, OutboxMail mail)
    {
        message.AlternateViews.Add(View(mail.TextBody, "text/plain; charset=utf-8"));
        message.AlternateViews.Add(View(mail.HtmlBody, "text/html; charset=utf-8"));
        if (mail is { Calendar: { } calendar, CalendarMethod: { } method })
        {
            message.AlternateViews.Add(View(calendar, $"text/calendar; charset=UTF-8; method={NameOf(method)}"));
            message.Attachments.Add(CalendarFile(calendar, "invite.ics"));
        }

        foreach (var (number, enclosed) in mail.EnclosedCalendars.Index())
        {
            message.Attachments.Add(CalendarFile(enclosed, string.Create(CultureInfo.InvariantCulture, $"invite-{number + 1}.ics")));
        }
    }

    private static Attachment CalendarFile(string calendar, string name)
    {
        var file = Attachment.CreateAttachmentFromString(calendar, new ContentType("application/ics; charset=UTF-8"));
        file.Name = name;
        file.ContentDisposition!.FileName = name;
        file.TransferEncoding = TransferEncoding.Base64;
        return file;
    }

    // Base64 keeps every line short and every octet as it is, whatever servers lie on the way.
    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, new ContentType(type));
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static string NameOf(CalendarMethod method) => method switch
    {
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
