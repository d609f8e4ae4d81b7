using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace AssistPortal.Web.Composition;

/// <summary>The sink <c>BatchedConsole</c> of the settings.</summary>
public static class BatchedConsoleSink
{
    private static readonly BatchingOptions Options = new()
    {
        BatchSizeLimit = 1000,
        BufferingTimeLimit = TimeSpan.FromMilliseconds(100),
        EagerlyEmitFirstEvent = true,
        QueueLimit = 100_000,
    };

    /// <summary>
    /// Writes to the console some lines at a time, so that no request waits for whoever reads them: waking a thread for
    /// each line took an eighth of the processor under load.
    /// </summary>
    /// <param name="sinks">Where the sink goes.</param>
    /// <param name="formatter">How a line looks.</param>
    public static LoggerConfiguration BatchedConsole(this LoggerSinkConfiguration sinks, ITextFormatter formatter) =>
        sinks.Sink(new ConsoleBatches(formatter), Options);

    private sealed class ConsoleBatches(ITextFormatter formatter) : IBatchedLogEventSink
    {
        public async Task EmitBatchAsync(IReadOnlyCollection<LogEvent> batch)
        {
            await using var lines = new StringWriter(CultureInfo.InvariantCulture);
            foreach (var logEvent in batch)
            {
                formatter.Format(logEvent, lines);
            }

            await Console.Out.WriteAsync(lines.GetStringBuilder());
            await Console.Out.FlushAsync();
        }
    }
}
