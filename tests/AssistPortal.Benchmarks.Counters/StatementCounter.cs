using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;

namespace AssistPortal.Benchmarks.Counters;

/// <summary>
/// Counts what EF Core sends, by the diagnostics that it offers; it slows the portal a little from then on.
/// </summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Source = "Microsoft.EntityFrameworkCore";
    private const string Sent = Source + ".Database.Command.CommandExecuted";
    private const string Committed = Source + ".Database.Transaction.TransactionCommitted";

    private static readonly string[] Writing = ["INSERT ", "UPDATE ", "DELETE "];

    private readonly ConcurrentDictionary<string, long> byText = new(StringComparer.Ordinal);
    private long statements;
    private long commits;

    private StatementCounter()
    {
    }

    public Counts Counts => new(
        Interlocked.Read(ref statements),
        Interlocked.Read(ref commits),
        GC.GetTotalAllocatedBytes(),
        byText.ToDictionary(StringComparer.Ordinal));

    public static StatementCounter Begin()
    {
        var counter = new StatementCounter();
        DiagnosticListener.AllListeners.Subscribe(counter);
        return counter;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == Source)
        {
            value.Subscribe(this, name => name is Sent or Committed);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Committed)
        {
            Interlocked.Increment(ref commits);
        }
        else if (value.Value?.GetType().GetProperty("Command")?.GetValue(value.Value) is DbCommand command)
        {
            Count(command);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Count(DbCommand command)
    {
        var text = command.CommandText;
        Interlocked.Add(ref statements, text.AsSpan().TrimEnd("; \r\n").Count(';') + 1);
        byText.AddOrUpdate(text, 1, (_, before) => before + 1);
        if (command.Transaction is null && Array.Exists(Writing, verb => text.Contains(verb, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref commits);
        }
    }
}
