using System.Net.Mail;
using System.Text;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Mime;

internal static class Mailbox
{
    /// <summary>An address with a display name.</summary>
    /// <exception cref="MailException">It is not one plain address.</exception>
    public static MailAddress Of(string address, string? name) => PlainAddress.TryParse(address, out var plain)
        ? new MailAddress(plain.Address, name is null ? null : Phrase(name), Encoding.UTF8)
        : throw new MailException(MailFailure.Address, $"'{address}' is not an address that mail can be sent to.");

    // The framework puts an ASCII name between quotes as it is: a quote in it would begin a second recipient.
    private static string Phrase(string name) => Ascii.IsValid(name)
        ? name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        : name;
}
