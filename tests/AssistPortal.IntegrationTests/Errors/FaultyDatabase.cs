using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>Makes the portal's database fail when told.</summary>
internal sealed class FaultyDatabase : DbCommandInterceptor
{
    /// <summary>What each command throws; null lets all through.</summary>
    public Func<Exception>? Fault { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) =>
        Fault is { } fault ? throw fault() : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
}
