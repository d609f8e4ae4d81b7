using System.Data;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Data.Revisions;

/// <summary>On SQLite a request keeps its connection once it has read the stamps.</summary>
public sealed class RequestConnectionTests : IDisposable
{
    private readonly PortalFile file = new(DatabaseProvider.Sqlite);

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task It_is_open_until_the_request_ends_and_other_connections_may_write_meanwhile()
    {
        await using var db = file.NewContext();
        using (var stamps = new RevisionStamps(db))
        {
            await stamps.ReadAsync(default);
            var site = await file.AddSiteAsync();

            Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
            Assert.Contains(site.HostName, await db.Set<Site>()
                .Select(item => item.HostName)
                .ToListAsync());
        }

        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Foreign_keys_are_held_on_each_connection_whatever_was_done_with_it_before()
    {
        await using var db = file.NewContext();
        await db.Database.OpenConnectionAsync();
        Assert.Equal(1, await ForeignKeysAsync(db));
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        Assert.Equal(0, await ForeignKeysAsync(db));
        await db.Database.CloseConnectionAsync();

        Assert.Equal(1, await ForeignKeysAsync(db));
    }

    private static Task<int> ForeignKeysAsync(PortalDbContext db) => db.Database
        .SqlQueryRaw<int>("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys")
        .SingleAsync();
}
