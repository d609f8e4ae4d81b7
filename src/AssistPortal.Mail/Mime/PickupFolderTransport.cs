using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace AssistPortal.Mail.Mime;

/// <summary>
/// Lays each mail into a folder as an <c>.eml</c> file, which every mail program opens. The name comes from the
/// time of writing and the Message-ID, so a mail that comes again replaces its own file.
/// </summary>
internal sealed class PickupFolderTransport(MimeMessageFactory messages, IOptions<MailOptions> options) : IMailTransport
{
    private static readonly InstantPattern Time =
        InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmssffffff'Z'");

    /// <inheritdoc />
    public Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var message = messages.Create(mail);
        var octets = MimeFile.OctetsOf(message);
        var folder = Directory.CreateDirectory(options.Value.PickupDirectory).FullName;
        var target = Path.Combine(folder, FileName(mail));
        var partial = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            // At once: each part that is written asynchronously would go through the thread pool.
            using (var file = File.OpenHandle(partial, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(file, octets, fileOffset: 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(partial, target, overwrite: true);
            return Task.CompletedTask;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    internal static string FileName(OutboxMail mail)
    {
        var id = string.Concat(
            mail.MessageId.TakeWhile(character => character != '@').Where(char.IsAsciiLetterOrDigit));
        return $"{Time.Format(mail.CreatedAt)}-{id}.eml";
    }
}
