using System.Diagnostics;
using System.Globalization;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>What a mail server took of a portal that was killed: every mail, and none under two Message-IDs.</summary>
internal static class KilledMails
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>A mail that a killed server had is tried by another one soon.</summary>
    public static IReadOnlyDictionary<string, string> Settings(SmtpServer post) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = post.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:SendTimeout"] = "00:00:10",
        };

    public static async Task TellAsync(
        BenchDatabase database, SmtpServer post, Figures figures, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var waiting = db.Set<OutboxMail>().Where(mail => mail.State == OutboxMailState.Waiting);
        var began = Stopwatch.GetTimestamp();
        int left;
        while ((left = await waiting.CountAsync(cancellationToken)) > 0 && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        var written = await db.Set<OutboxMail>()
            .Where(mail => mail.State == OutboxMailState.Sent)
            .Select(mail => mail.MessageId)
            .ToListAsync(cancellationToken);
        var taken = post.Taken().CountBy(mail => mail.MessageId, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        Figures.Tell(
            "mails written; repeated under the same Message-ID",
            FormattableString.Invariant($"{written.Count}; {taken.Values.Sum(count => count - 1)}"));
        figures.AtMost("mails that are still unsent", left, 0, "");
        figures.AtMost("mails marked sent that no server took", written.Count(id => !taken.ContainsKey(id)), 0, "");
        figures.AtMost(
            "mails taken that nobody has written", taken.Keys.Except(written, StringComparer.Ordinal).Count(), 0, "");
    }
}
