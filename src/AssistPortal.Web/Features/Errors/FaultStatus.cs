using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AssistPortal.Web.Features.Errors;

/// <summary>Which status an unforeseen fault is answered with.</summary>
internal static class FaultStatus
{
    // https://www.sqlite.org/rescode.html: busy, locked, read-only, input or output failed, full, can't open.
    private static readonly int[] Sqlite = [5, 6, 8, 10, 13, 14];

    // What IsTransient leaves out: out of time, may not write, no room, database away, read-only, log full, no sign-in.
    private static readonly int[] SqlServer = [-2, 229, 927, 945, 1101, 1105, 1222, 3906, 4060, 9002, 18456];

    // No room in a filegroup, in the database, in its log.
    private static readonly int[] FullSqlServer = [1101, 1105, 9002];

    // https://www.postgresql.org/docs/current/errcodes-appendix.html, likewise.
    private static readonly string[] PostgreSql = ["25006", "28000", "28P01", "3D000", "42501", "55P03", "57014"];

    /// <summary>
    /// A database that is away, busy, full or read-only is a passing state, as is a full disk; anything else is a fault
    /// of the portal.
    /// </summary>
    public static int Of(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case BadHttpRequestException bad:
                    return bad.StatusCode;
                case RetryLimitExceededException or TimeoutException or DbUpdateConcurrencyException:
                case DbException database when IsPassing(database):
                case IOException when IsDiskFull(cause):
                    return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }

    /// <summary>Whether nothing more can be written to a disk: errno of Unix, or Windows' own number.</summary>
    public static bool IsDiskFull(Exception fault) =>
        fault is IOException && fault.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    /// <summary>Whether a database server could not write for want of room on its own disk.</summary>
    public static bool HasServerNoRoom(Exception fault) => fault switch
    {
        SqlException sqlServer => FullSqlServer.Contains(sqlServer.Number),
        DbException { SqlState: "53100" } => true,
        _ => fault.InnerException is { } cause && HasServerNoRoom(cause),
    };

    private static bool IsPassing(DbException fault) => fault.IsTransient || fault switch
    {
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        SqlException sqlServer => SqlServer.Contains(sqlServer.Number),
        _ => PostgreSql.Contains(fault.SqlState),
    };
}
