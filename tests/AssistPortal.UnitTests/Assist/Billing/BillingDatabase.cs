using AssistPortal.Assist;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Billing;

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
        db.Add(new PortalUser("Hannah", "Brooks", "Northwind")
        {
            Id = HostId,
            UserName = "host",
            NormalizedUserName = "HOST",
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
            Rates = new OrderRates(125_000, 60, 12_100, [new OrderedExtraRate(ExtraKind.Rehearsal, 90, 18_000, 90)]),
        };
        var order = Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), producerId, SampleOrder.Now);
        db.Add(order);
        await db.SaveChangesAsync();
        return order.Id;
    }

    public Task AgreeAsync(long baseFee, string currency = "USD") =>
        AgreeAsync(new ContractTerms(baseFee, null, null, new()), currency);

    public async Task AgreeAsync(ContractTerms terms, string currency = "USD")
    {
        await using var db = database.NewContext();
        var contract = await db.Set<Contract>()
            .Include(item => item.Extras)
            .SingleOrDefaultAsync(item => item.Currency == currency)
            ?? db.Add(new Contract(siteId, packageId, currency)).Entity;
        contract.Agree(terms);
        await db.SaveChangesAsync();
    }

    /// <summary>Completes an order as a coordinator does who saw it when nobody had done anything to it.</summary>
    public Task<DeskOutcome> CompleteAsync(Guid orderId) =>
        InScopeAsync(scope => scope.GetRequiredService<OrderCompletion>().CompleteAsync(
            new SeenCompletion(orderId, Version: 0, TotalMinor: null, Further: []),
            new PostEventReport(120, 99, [new Uri("https://rec.example/a")]),
            words: null,
            HostId,
            default));

    /// <summary>Writes an order's invoice, and then something goes wrong.</summary>
    public Task RollBackAsync(Guid orderId) => InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<PortalDbContext>();
        return await db.InTransactionAsync(
            async cancellation =>
            {
                var order = await db.Set<Order>().SingleAsync(item => item.Id == orderId, cancellation);
                await scope.GetRequiredService<Invoices>()
                    .IssueForCompletionAsync(order, [], HostId, Clock.GetCurrentInstant(), cancellation);
                await db.SaveChangesAsync(cancellation);
                return (Commit: false, true);
            },
            default);
    });

    /// <summary>Completes a new order, whose invoice is the last one then.</summary>
    public async Task<Invoice> IssueAsync()
    {
        await CompleteAsync(await AddOrderAsync());
        return (await InvoicesAsync())[^1];
    }

    public Task<CorrectionAnswer> CorrectAsync(Guid invoiceId, long? shown = null) => InScopeAsync(
        scope => scope.GetRequiredService<InvoiceCorrections>().IssueAsync(invoiceId, [], shown, HostId, default));

    public Task<CreditAnswer> CreditAsync(Guid invoiceId) => InScopeAsync(
        scope => scope.GetRequiredService<Invoices>().CreditAsync(invoiceId, "No recording.", HostId, default));

    /// <summary>Reopens a completed order as a coordinator does who sees it as it is.</summary>
    public Task<DeskOutcome> ReopenAsync(Guid orderId) => InScopeAsync(async scope =>
    {
        var version = await scope.GetRequiredService<PortalDbContext>().Set<Order>()
            .Where(order => order.Id == orderId)
            .Select(order => order.Version)
            .SingleAsync();
        return await scope.GetRequiredService<OrderReopening>()
            .ReopenAsync(orderId, version, "Too early.", words: null, HostId, default);
    });

    public Task<List<Invoice>> InvoicesAsync() => InScopeAsync(
        scope => scope.GetRequiredService<PortalDbContext>()
            .Set<Invoice>()
            .AsNoTracking()
            .Include(invoice => invoice.Lines)
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
