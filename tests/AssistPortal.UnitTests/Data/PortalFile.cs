using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Data;

/// <summary>The portal's tables in a database of their own; each context is a request's.</summary>
public sealed class PortalFile(DatabaseProvider provider) : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create(provider);

    public PortalDbContext NewContext() => database.NewContext();

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
        return await AddAsync(new PortalUser("Hannah", "Brooks", "Northwind")
        {
            Id = Guid.NewGuid(),
            UserName = email,
            NormalizedUserName = name,
            Email = email,
            NormalizedEmail = name,
            PhoneNumber = "+1 555 0100",
        });
    }

    internal async Task<Site> AddSiteAsync(string hostName = "northwind.meetings.example") =>
        await AddAsync(new Site(hostName, hostName, "USD"));

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
        return await AddAsync(
            Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), producer.Id, placedAt));
    }

    public void Dispose() => database.Dispose();
}
