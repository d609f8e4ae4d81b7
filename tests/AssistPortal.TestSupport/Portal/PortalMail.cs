using System.Diagnostics;
using AssistPortal.Assist.Messages;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Mails of a portal, as its own worker lays them into the folder.</summary>
public static class PortalMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until the worker has sent the confirmation of an order, and reads it.</summary>
    /// <exception cref="TimeoutException">It was not sent.</exception>
    public static async Task<ReadMail> MailAboutAsync(this PortalFactory portal, string subjectId) =>
        (await portal.MailsAboutAsync(subjectId)).Single(mail => mail.Row.Cause == OrderPlacedMail.Cause).Read;

    /// <summary>
    /// Waits until the worker has sent all mails about something, and reads them in the order of their writing.
    /// </summary>
    /// <exception cref="TimeoutException">They were not sent.</exception>
    public static async Task<IReadOnlyList<(OutboxMail Row, ReadMail Read)>> MailsAboutAsync(
        this PortalFactory portal, string subjectId)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
                .Where(row => row.SubjectId == subjectId)
                .OrderBy(row => row.Revision)
                .ThenBy(row => row.CreatedAt)
                .ToListAsync());
            if (mails.Count > 0 && mails.TrueForAll(mail => mail.State == OutboxMailState.Sent))
            {
                return [.. mails.Zip(await IndependentMailReader.ReadFilesAsync(mails.Select(mail =>
                    Directory.GetFiles(portal.Folder.Mails, $"*{mail.Id:N}*.eml").Single())))];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException("The worker has not sent the mails.");
    }
}
