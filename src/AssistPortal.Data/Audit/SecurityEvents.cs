using Microsoft.Extensions.Logging;

namespace AssistPortal.Data.Audit;

/// <summary>Says security events in the log too, for whoever watches it: nothing but keys, and nobody's data.</summary>
internal static partial class SecurityEvents
{
    private const string Category = "AssistPortal.Security";

    public static void Tell(ILoggerFactory loggers, IEnumerable<AuditEntry> entries)
    {
        var logger = loggers.CreateLogger(Category);
        foreach (var entry in entries)
        {
            Log(logger, entry.Action, entry.Subject, entry.SubjectId, entry.ActorId);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Security event {Action} of {Subject} {SubjectId} by {ActorId}.")]
    private static partial void Log(ILogger logger, string action, string subject, string subjectId, Guid? actorId);
}
