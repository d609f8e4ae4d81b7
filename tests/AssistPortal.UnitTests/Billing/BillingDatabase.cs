using AssistPortal.Assist;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Billing;

/// <summary>A database of its own with orders of one host, and the services that issue invoices.</summary>
public sealed class BillingDatabase : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int siteId;
    private int packageId;
    private int producerId;

    public BillingDatabase(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        database = TestDatabase.Create(provider);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<IClock>(Clock)
            .AddSingleton(new PortalAddress(new Uri("https://portal.example/")))
            .AddMail(Path.GetTempPath())
            .AddAssist()
            .AddDbContext<PortalDbContext>(builder => database.Use(builder))
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new(SampleOrder.Time.End + Duration.FromDays(1));

    public Guid HostId { get; } = Guid.NewGuid();

    public async Task InitializeAsync()
    {
        await using var db = database.NewContext();
        var (site, package, producer) = (SampleOrder.Site(), SampleOrder.Package(), SampleOrder.Producer());
        db.Add(new PortalUser
        {
            Id = HostId, UserName = "host", NormalizedUserName = "HOST", FirstName = "Hannah", LastName = "Brooks",
            Company = "Northwind",
        });
        db.AddRange(site, package, producer);
        await db.SaveChangesAsync();
        (siteId, packageId, producerId) = (site.Id, package.Id, producer.Id);
    }

    public async Task<Guid> AddOrderAsync()
    {
        await using var db = database.NewContext();
        var command = SampleOrder.Command() with
        {
            DraftId = Guid.NewGuid(),
            HostUserId = HostId,
            SiteId = siteId,
            PackageId = packageId,
            Rates = new OrderRates(125_000, 60, 12_100, [new OrderedExtraRate(Assist.Packages.ExtraKind.Rehearsal, 90, 18_000, 90)]),
        };
        var order = Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), producerId, SampleOrder.Now);
        db.Add(order);
        await db.SaveChangesAsync();
        return order.Id;
    }

    public async Task AgreeAsync(long baseFee)
    {
        await using var db = database.NewContext();
        var contract = await db.Set<Contract>().FirstOrDefaultAsync()
            ?? db.Add(new Contract { SiteId = siteId, PackageId = packageId, Currency = "USD" }).Entity;
        contract.BaseFeeMinor = baseFee;
        await db.SaveChangesAsync();
    }

    /// <summary>Completes an order as staff do, in one transaction.</summary>
    public Task<Invoice> CompleteAsync(Guid orderId, bool commits = true) => InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<PortalDbContext>();
        return await db.InTransactionAsync(
            async cancellation =>
            {
                var now = Clock.GetCurrentInstant();
                var order = await scope.GetRequiredService<WholeOrders>().Complete.SingleAsync(item => item.Id == orderId, cancellation);
                order.Complete(now);
                var invoice = await scope.GetRequiredService<Invoices>().IssueForCompletionAsync(order, now, cancellation);
                await db.SaveChangesAsync(cancellation);
                return (Commit: commits, invoice);
            },
            default);
    });

    public Task<CreditAnswer> CreditAsync(Guid invoiceId) => InScopeAsync(
        scope => scope.GetRequiredService<Invoices>().CreditAsync(invoiceId, "No recording.", HostId, default));

    public Task<List<Invoice>> InvoicesAsync() => InScopeAsync(
        scope => scope.GetRequiredService<PortalDbContext>().Set<Invoice>().AsNoTracking().Include(invoice => invoice.Lines)
            .OrderBy(invoice => invoice.Year).ThenBy(invoice => invoice.Sequence).ToListAsync());

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }
}
