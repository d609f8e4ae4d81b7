using System.Globalization;
using System.Net.Mail;
using System.Text;
using NodaTime;

namespace AssistPortal.Mail.Mime;

/// <summary>The octets of a message as it goes over the wire.</summary>
internal static class MimeFile
{
    private static readonly string[] Dropped = ["X-Sender", "X-Receiver", "Date"];

    /// <summary>Serialises by the framework, then mends its headers.</summary>
    /// <exception cref="IOException">The folder for temporary files can't be written.</exception>
    public static async Task<byte[]> WriteAsync(MailMessage message, Instant date, CancellationToken cancellationToken)
    {
        // Only into a folder does the framework write messages, under names of its own.
        var folder = Directory.CreateTempSubdirectory("assistportal-mail-");
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = folder.FullName,
            };
            await client.SendMailAsync(message, cancellationToken);
            var written = await File.ReadAllBytesAsync(folder.GetFiles().Single().FullName, cancellationToken);
            return Mend(written, date);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Takes out the lines that pickup folders of Windows' mail server expect, and dates the mail by the portal's
    /// clock instead of the machine's.
    /// </summary>
    internal static byte[] Mend(byte[] written, Instant date)
    {
        var headerEnd = written.AsSpan().IndexOf("\r\n\r\n"u8);
        var mended = new StringBuilder();
        mended.Append("Date: ").Append(Rfc5322(date)).Append("\r\n");
        var keep = true;
        foreach (var line in Encoding.ASCII.GetString(written, 0, headerEnd).Split("\r\n"))
        {
            if (line is not [' ' or '\t', ..])
            {
                keep = !Dropped.Contains(line.Split(':')[0], StringComparer.OrdinalIgnoreCase);
            }

            if (keep)
            {
                mended.Append(line).Append("\r\n");
            }
        }

        return [.. Encoding.ASCII.GetBytes(mended.ToString()), .. written.AsSpan(headerEnd + 2)];
    }

    private static string Rfc5322(Instant date) =>
        date.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
