using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Keeps what a portal logs instead of printing it.</summary>
public sealed class PortalLog : ILoggerProvider, ILogEventSink
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    public IReadOnlyList<LogLine> Lines => [.. lines];

    /// <summary>Errors and worse: a test that expects none may assert that there is none.</summary>
    public IEnumerable<LogLine> Errors => lines.Where(line => line.Level >= LogLevel.Error);

    /// <summary>Takes what is written by Serilog itself.</summary>
    public Serilog.ILogger Serilog => new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

    public void Emit(LogEvent logEvent) => lines.Enqueue(new LogLine(
        (LogLevel)logEvent.Level,
        "Serilog",
        logEvent.RenderMessage(CultureInfo.InvariantCulture),
        logEvent.Exception,
        $"{logEvent.TraceId}"));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(
                logLevel, category, formatter(state, exception), exception, $"{Activity.Current?.TraceId}"));
    }
}

public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Fault, string TraceId);
