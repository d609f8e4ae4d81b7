using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Database;

/// <summary>Keeps one connection for several queries: a server may want a round trip for each opening.</summary>
public sealed class OpenConnection : IAsyncDisposable
{
    private readonly PortalDbContext db;

    private OpenConnection(PortalDbContext db) => this.db = db;

    public static async Task<OpenConnection> OfAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new OpenConnection(db);
    }

    public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
}
