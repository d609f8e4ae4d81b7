using System.Globalization;
using System.Text;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AssistPortal.Mail.Mime;

/// <summary>Builds the message of a mail (RFC 6047 where there is a calendar part).</summary>
internal sealed class MimeMessageFactory(IOptions<MailOptions> options, IEnumerable<CauseHeader> causes)
{
    /// <summary>The caller disposes of the message.</summary>
    /// <exception cref="MailException">No mail can be sent to the recipient's address.</exception>
    public MimeMessage Create(OutboxMail mail)
    {
        var (from, to) =
            (Mailbox.Of(options.Value.From, options.Value.FromName), Mailbox.Of(mail.Recipient, mail.RecipientName));
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = (mail.ResentAt ?? mail.CreatedAt).ToDateTimeOffset(),
            Subject = mail.Subject,
            Body = BodyOf(mail),
        };
        message.From.Add(from);
        message.EncodeName(HeaderId.From, from);
        message.To.Add(to);
        message.EncodeName(HeaderId.To, to);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        foreach (var header in causes.Where(header => header.Cause == mail.Cause))
        {
            message.Headers.Add(header.Name, header.Value);
        }

        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Mailbox.Of(replyTo, name: null));
        }

        if (mail.InReplyTo is { } first)
        {
            message.InReplyTo = first;
            message.References.Add(first);
        }

        return message;
    }

    private static MimeEntity BodyOf(OutboxMail mail)
    {
        var alternative = new MultipartAlternative { TextOf("plain", mail.TextBody), TextOf("html", mail.HtmlBody) };
        List<MimePart> files = [];
        if (mail is { Calendar: { } calendar, CalendarMethod: { } method })
        {
            var part = TextOf("calendar", calendar);
            part.ContentType.Parameters.Add("method", NameOf(method));
            alternative.Add(part);
            files.Add(CalendarFile(calendar, "invite.ics"));
        }

        // Of several entries none may take the mail over: clients would show that one and leave the others.
        var enclosed = mail is { Calendar: { } several, CalendarMethod: null }
            ? CalendarLine.ObjectsOf(several)
            : mail.EnclosedCalendars;
        files.AddRange(enclosed.Index().Select(entry =>
            CalendarFile(entry.Item, string.Create(CultureInfo.InvariantCulture, $"invite-{entry.Index + 1}.ics"))));
        var body = files.Count == 0 ? alternative : new Multipart("mixed") { alternative };
        files.ForEach(body.Add);
        body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return body;
    }

    private static TextPart TextOf(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    // Base64 keeps every octet as it is, whatever servers lie on the way.
    private static MimePart CalendarFile(string calendar, string name)
    {
        var file = new MimePart("application", "ics")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = name,
        };
        file.ContentType.Charset = "UTF-8";
        return file;
    }

    private static string NameOf(CalendarMethod method) => method switch
    {
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
