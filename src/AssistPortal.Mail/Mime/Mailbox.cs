using System.Text;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using MimeKit;

namespace AssistPortal.Mail.Mime;

internal static class Mailbox
{
    // Of the 75 characters of an encoded word, "=?utf-8?B?" and "?=" leave room for 45 octets.
    private const int WordOctets = 45;

    /// <summary>An address with a display name.</summary>
    /// <exception cref="MailException">It is not one plain address.</exception>
    public static MailboxAddress Of(string address, string? name) => PlainAddress.TryParse(address, out var plain)
        ? new MailboxAddress(name ?? "", plain.Address)
        : throw new MailException(MailFailure.Address, $"'{address}' is not an address that mail can be sent to.");

    /// <summary>Whether only SMTPUTF8 reaches it; an international domain has a form in ASCII.</summary>
    public static bool NeedsUtf8(this MailboxAddress mailbox) => !Ascii.IsValid(mailbox.LocalPart);

    /// <summary>
    /// Writes the header with a name beyond ASCII as a whole in encoded words. MimeKit puts some of it between quotes,
    /// with no space before them, and readers see one there.
    /// </summary>
    public static void EncodeName(this MimeMessage message, HeaderId header, MailboxAddress mailbox)
    {
        if (mailbox.Name is { } name && !Ascii.IsValid(name))
        {
            var words = WordsOf(name).Select(
                word => $" =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}?=\r\n");
            message.Headers[message.Headers.IndexOf(header)].SetRawValue(
                Encoding.UTF8.GetBytes($"{string.Concat(words)} <{mailbox.GetAddress(idnEncode: true)}>\r\n"));
        }
    }

    private static IEnumerable<string> WordsOf(string name)
    {
        var (word, octets) = (new StringBuilder(), 0);
        foreach (var rune in name.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > WordOctets)
            {
                yield return word.ToString();
                word.Clear();
                octets = 0;
            }

            word.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        yield return word.ToString();
    }
}
