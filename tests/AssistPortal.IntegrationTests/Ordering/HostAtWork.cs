using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>A portal with a host signed in, shared by the tests of one class.</summary>
public sealed class HostAtWork : IAsyncLifetime
{
    public PortalFactory Portal { get; } = new();

    public PortalClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Browser = Portal.CreatePortalClient();
        await Browser.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }

    public Task<OrderDraft> DraftAsync(PortalPage page) => Portal.DraftAsync(page.Draft());

    public Task<Order> OrderAsync(PortalPage confirmation) => Portal.OrderAsync(confirmation);
}

internal static class OrderingDatabase
{
    /// <summary>
    /// Errors that the portal itself logged: EF Core also logs the lost races that the portal foresees.
    /// </summary>
    public static IEnumerable<LogLine> Faults(this PortalLog log) =>
        log.Errors.Where(line => !line.Category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    public static Task<OrderDraft> DraftAsync(this PortalFactory portal, Guid id) =>
        portal.InDatabaseAsync(db => db.Set<OrderDraft>().AsNoTracking().SingleAsync(draft => draft.Id == id));

    /// <summary>The order of a confirmation page.</summary>
    public static Task<Order> OrderAsync(this PortalFactory portal, PortalPage confirmation)
    {
        var number = confirmation.RequestNumber().Compact;
        return portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
            .SingleAsync(order => order.Number == number));
    }
}
