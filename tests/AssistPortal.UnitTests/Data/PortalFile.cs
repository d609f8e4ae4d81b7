using AssistPortal.Assist;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.UnitTests.Orders;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace AssistPortal.UnitTests.DataTests;

/// <summary>Module one's tables in an SQLite file of their own; each context is a request's.</summary>
public sealed class PortalFile : IDisposable
{
    private static readonly Lazy<byte[]> Empty = new(CreateEmpty);

    private readonly string path = NewPath();

    public PortalFile() => File.WriteAllBytes(path, Empty.Value);

    public PortalDbContext NewContext() => NewContext(path);

    public async Task<T> AddAsync<T>(T entity)
        where T : class
    {
        await using var db = NewContext();
        db.Add(entity);
        await db.SaveChangesAsync();
        return entity;
    }

    public async Task<PortalUser> AddUserAsync(string email = "host@demo.example")
    {
        var name = email.ToUpperInvariant();
        return await AddAsync(new PortalUser
        {
            Id = Guid.NewGuid(), UserName = email, NormalizedUserName = name, Email = email, NormalizedEmail = name,
            FirstName = "Hannah", LastName = "Brooks", Company = "Northwind", PhoneNumber = "+1 555 0100",
        });
    }

    internal async Task<Site> AddSiteAsync(string hostName = "northwind.meetings.example") =>
        await AddAsync(new Site { Name = hostName, HostName = hostName, Currency = "USD" });

    internal async Task<ServicePackage> AddPackageAsync() => await AddAsync(SampleOrder.Package());

    /// <summary>An order of that host, placed then, with that contact.</summary>
    internal async Task<Order> AddOrderAsync(Guid hostUserId, Instant placedAt, ContactDetails contact)
    {
        await using var db = NewContext();
        var site = await db.Set<Site>().FirstOrDefaultAsync() ?? await AddSiteAsync();
        var package = await db.Set<ServicePackage>().FirstOrDefaultAsync() ?? await AddPackageAsync();
        var producer = await db.Set<Producer>().FirstOrDefaultAsync() ?? await AddAsync(SampleOrder.Producer());
        var command = SampleOrder.Command() with
        {
            HostUserId = hostUserId, SiteId = site.Id, PackageId = package.Id, Contact = contact,
        };
        return await AddAsync(Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), producer.Id, placedAt));
    }

    public void Dispose() => Delete(path);

    private static byte[] CreateEmpty()
    {
        var template = NewPath();
        using (var db = NewContext(template))
        {
            db.Database.EnsureCreated();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var content = File.ReadAllBytes(template);
        Delete(template);
        return content;
    }

    private static PortalDbContext NewContext(string file)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(new DatabaseOptions(), ConnectionTo(file)).ReplaceService<IModelCacheKeyFactory, OwnModel>();
        return new PortalDbContext(builder.Options, [new EntityAssembly(typeof(AssistSetup).Assembly)]);
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"assistportal-{Guid.NewGuid():n}.db");

    private static string ConnectionTo(string file) => $"Data Source={file}";

    private static void Delete(string file)
    {
        using (var connection = new SqliteConnection(ConnectionTo(file)))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }
    }

    /// <summary>Other tests in this process have contexts with other modules; EF Core tells models apart by this key.</summary>
    private sealed class OwnModel : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (typeof(PortalFile), designTime);
    }
}
