using System.Diagnostics;

namespace AssistPortal.Mail.Queue;

/// <summary>One trace from the act that writes a mail to the attempts at sending it.</summary>
public static class MailTracing
{
    public const string SourceName = "AssistPortal.Mail";

    private const string Attempt = "mail attempt";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>What goes on now, as a W3C <c>traceparent</c>.</summary>
    internal static string? Current() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>
    /// An attempt at a mail, in the trace of the act that wrote it. Without anybody to send it to, logs name it.
    /// </summary>
    internal static Activity BeginAttempt(string? traceParent)
    {
        if (Source.StartActivity(Attempt, ActivityKind.Consumer, traceParent) is { } traced)
        {
            return traced;
        }

        var activity = new Activity(Attempt);
        return (traceParent is null ? activity : activity.SetParentId(traceParent)).Start();
    }
}
