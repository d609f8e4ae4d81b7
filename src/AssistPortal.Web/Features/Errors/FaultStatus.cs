using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AssistPortal.Web.Features.Errors;

/// <summary>Which status an unforeseen fault is answered with.</summary>
internal static class FaultStatus
{
    /// <summary>A database that is away or busy is a passing state; anything else is a fault of the portal.</summary>
    public static int Of(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case BadHttpRequestException bad:
                    return bad.StatusCode;
                case RetryLimitExceededException or TimeoutException:
                case DbException { IsTransient: true }:
                case Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: Busy or Locked or CantOpen or Full }:
                    return StatusCodes.Status503ServiceUnavailable;
                case DbUpdateConcurrencyException:
                    return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int CantOpen = 14;
}
