using System.Diagnostics.Metrics;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Mail.Watching;

/// <summary>Figures of the meter <see cref="MeterName"/>.</summary>
public sealed class MailMetrics
{
    public const string MeterName = "AssistPortal.Mail";

    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private double oldestUnsentSeconds;

    public MailMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        sent = meter.CreateCounter<long>("assistportal.mail.sent", "{mail}", "Mails handed over.");
        failed = meter.CreateCounter<long>(
            "assistportal.mail.failed",
            "{attempt}",
            "Attempts that failed, by reason; final where the mail was given up.");
        meter.CreateObservableGauge(
            "assistportal.mail.oldest_unsent",
            () => Volatile.Read(ref oldestUnsentSeconds),
            "s",
            "Age of the oldest mail that is still to be sent; 0 where there is none.");
    }

    internal void Sent(int mails) => sent.Add(mails);

    internal void Failed(MailFailure reason, bool isFinal) => failed.Add(
        1,
        KeyValuePair.Create<string, object?>("reason", $"{reason}"),
        KeyValuePair.Create<string, object?>("final", isFinal));

    internal void OldestUnsent(Duration age) => Volatile.Write(ref oldestUnsentSeconds, age.TotalSeconds);
}
