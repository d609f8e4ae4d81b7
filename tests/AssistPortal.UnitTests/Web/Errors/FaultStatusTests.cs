using AssistPortal.Web.Features.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AssistPortal.UnitTests.Web.Errors;

public sealed class FaultStatusTests
{
    public static TheoryData<string, Exception, int> Faults => new()
    {
        { "body too large", new BadHttpRequestException("large", 413), 413 },
        { "bad request", new BadHttpRequestException("bad"), 400 },
        { "timeout", new TimeoutException(), 503 },
        { "retries used up", new RetryLimitExceededException(), 503 },
        { "busy", new SqliteException("busy", 5), 503 },
        { "locked", new SqliteException("locked", 6), 503 },
        { "disk full", new SqliteException("full", 13), 503 },
        { "can't open", new SqliteException("open", 14), 503 },
        { "read-only", new SqliteException("read-only", 8), 503 },
        { "disk broken", new SqliteException("disk I/O error", 10), 503 },
        { "read-only server", new PostgresException("read-only", "ERROR", "ERROR", "25006"), 503 },
        { "server without room", new PostgresException("full", "ERROR", "ERROR", "53100"), 503 },
        { "database away", new PostgresException("none", "FATAL", "FATAL", "3D000"), 503 },
        { "constraint on a server", new PostgresException("key", "ERROR", "ERROR", "23505"), 500 },
        { "disk of uploads full", new IOException("full", 28), 503 },
        { "no such file", new FileNotFoundException(), 500 },
        { "constraint", new SqliteException("constraint", 19), 500 },
        { "no such table", new SqliteException("table", 1), 500 },
        { "somebody else saved", new DbUpdateConcurrencyException("other"), 503 },
        { "busy inside", new DbUpdateException("save", new SqliteException("busy", 5)), 503 },
        { "constraint inside", new DbUpdateException("save", new SqliteException("constraint", 19)), 500 },
        {
            "deep inside",
            new InvalidOperationException("a", new InvalidOperationException("b", new TimeoutException())),
            503
        },
        { "programmer's error", new InvalidOperationException("x"), 500 },
        { "null", new ArgumentNullException(), 500 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_passing_state_is_told_from_a_fault(string name, Exception fault, int status) =>
        Assert.True(status == FaultStatus.Of(fault), name);
}
