using System.Diagnostics;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Mails of a portal, as its own worker lays them into the folder.</summary>
public static class PortalMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the worker has sent the only mail about something, and reads it.</summary>
    /// <exception cref="TimeoutException">It was not sent.</exception>
    public static async Task<ReadMail> MailAboutAsync(this PortalFactory portal, string subjectId)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var mail = await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
                .SingleAsync(row => row.SubjectId == subjectId));
            if (mail.State == OutboxMailState.Sent)
            {
                return await IndependentMailReader.ReadAsync(
                    Directory.GetFiles(portal.Folder.Mails, $"*{mail.Id:N}*.eml").Single());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException("The worker has not sent the mail.");
    }
}
