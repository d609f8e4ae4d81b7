using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>Counts what the portal asks its database.</summary>
internal sealed class CountedCommands : DbCommandInterceptor
{
    private int count;

    public int Count
    {
        get => count;
        set => count = value;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
