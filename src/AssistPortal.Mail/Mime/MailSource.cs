using AssistPortal.Data;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Mime;

/// <summary>Stored mails as they lie in the pickup folder or go over the wire, for staff to look at.</summary>
public sealed class MailSource
{
    private readonly PortalDbContext db;
    private readonly MimeMessageFactory messages;

    internal MailSource(PortalDbContext db, MimeMessageFactory messages)
    {
        this.db = db;
        this.messages = messages;
    }

    /// <summary>
    /// The octets of a mail, as in an <c>.eml</c> file. Where it sends a secret, its placeholder stands.
    /// </summary>
    /// <param name="mail">The mail, not tracked.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Null where no mail can be made of it, because an address is none.</returns>
    public async Task<byte[]?> ReadAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        await MailDigests.EncloseAsync(db, mail, cancellationToken);
        try
        {
            using var message = messages.Create(mail);
            return MimeFile.OctetsOf(message);
        }
        catch (MailException)
        {
            return null;
        }
    }
}
