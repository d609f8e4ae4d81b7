using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Data;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Ordering;

public abstract class ContactPresetsTests(DatabaseProvider provider) : IDisposable
{
    private readonly PortalFile file = new(provider);

    public void Dispose() => file.Dispose();

    [DatabaseFact]
    public async Task A_first_order_starts_from_the_profile()
    {
        var host = await file.AddUserAsync();

        Assert.Equal(
            new ContactDetails
            {
                FirstName = "Hannah",
                LastName = "Brooks",
                Phone = "+1 555 0100",
                Email = "host@demo.example",
                Company = "Northwind",
            },
            await PresetAsync(host.Id));
    }

    [DatabaseFact]
    public async Task A_profile_with_gaps_leaves_gaps()
    {
        var host = await file.AddUserAsync();
        await using (var db = file.NewContext())
        {
            db.Attach(host);
            host.PhoneNumber = null;
            host.Rename("", host.LastName);
            await db.SaveChangesAsync();
        }

        var preset = await PresetAsync(host.Id);

        Assert.Equal(("", ""), (preset.Phone, preset.FirstName));
    }

    [DatabaseFact]
    public async Task Later_orders_start_from_the_one_placed_last()
    {
        var host = await file.AddUserAsync();
        await file.AddOrderAsync(
            host.Id, SampleOrder.Now + Duration.FromDays(2), SampleOrder.Contact with { FirstName = "Last" });
        await file.AddOrderAsync(host.Id, SampleOrder.Now, SampleOrder.Contact with { FirstName = "First" });

        Assert.Equal("Last", (await PresetAsync(host.Id)).FirstName);
    }

    [DatabaseFact]
    public async Task Orders_of_other_hosts_dont_count()
    {
        var host = await file.AddUserAsync();
        var other = await file.AddUserAsync("host2@demo.example");
        await file.AddOrderAsync(other.Id, SampleOrder.Now, SampleOrder.Contact with { FirstName = "Other" });

        Assert.Equal("Hannah", (await PresetAsync(host.Id)).FirstName);
    }

    [DatabaseFact]
    public async Task A_customer_without_an_account_starts_from_the_sites_last_order_for_that_address()
    {
        var host = await file.AddUserAsync();
        var order = await file.AddOrderAsync(
            host.Id,
            SampleOrder.Now,
            SampleOrder.Contact with { FirstName = "Carla", Email = "carla@customer.example" });
        await file.AddOrderAsync(
            host.Id, SampleOrder.Now + Duration.FromDays(1), SampleOrder.Contact with { FirstName = "Other" });
        await using var db = file.NewContext();
        var presets = Presets(db);

        var known = await presets.ForCustomerAsync(order.SiteId, "carla@customer.example", CancellationToken.None);
        var elsewhere = await presets.ForCustomerAsync(-1, "carla@customer.example", CancellationToken.None);

        Assert.Equal("Carla", known.FirstName);
        Assert.Equal(ContactDetails.Empty with { Email = "carla@customer.example" }, elsewhere);
    }

    private async Task<ContactDetails> PresetAsync(Guid host)
    {
        await using var db = file.NewContext();
        return await Presets(db).ForAsync(host, CancellationToken.None);
    }

    // It tells the offers which sites it has seen; nobody asks them here.
    private static ContactPresets Presets(PortalDbContext db) =>
        new(db, new HostOffers(db, catalogue: null!, served: null!, SystemClock.Instance));
}

public sealed class ContactPresetsOnSqlite() : ContactPresetsTests(DatabaseProvider.Sqlite);

public sealed class ContactPresetsOnPostgreSql() : ContactPresetsTests(DatabaseProvider.PostgreSql);

public sealed class ContactPresetsOnSqlServer() : ContactPresetsTests(DatabaseProvider.SqlServer);
