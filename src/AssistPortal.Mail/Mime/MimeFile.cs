using MimeKit;

namespace AssistPortal.Mail.Mime;

/// <summary>How messages are written.</summary>
internal static class MimeFile
{
    private const int MaxLineOctets = 998;

    /// <summary>
    /// Headers in ASCII (RFC 2047), or in UTF-8 where an address can't be written otherwise (RFC 6532).
    /// </summary>
    public static FormatOptions FormatOf(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = InternationalOf(message) is not null;
        return format;
    }

    /// <summary>The address that ASCII can't write, or null where there is none.</summary>
    public static MailboxAddress? InternationalOf(MimeMessage message) =>
        message.From.Mailboxes.Concat(message.ReplyTo.Mailboxes).Concat(message.To.Mailboxes)
            .FirstOrDefault(mailbox => mailbox.NeedsUtf8());

    /// <summary>An <c>.eml</c> file: the message that a server gets which takes 8-bit mails.</summary>
    public static byte[] OctetsOf(MimeMessage message)
    {
        message.Prepare(EncodingConstraint.EightBit, MaxLineOctets);
        using var octets = new MemoryStream();
        message.WriteTo(FormatOf(message), octets);
        return octets.ToArray();
    }
}
