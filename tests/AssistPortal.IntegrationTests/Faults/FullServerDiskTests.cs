using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>A database of PostgreSQL on a disk that is full, of which the portal sees nothing but refusals.</summary>
public sealed class FullServerDiskTests
{
    [ServerDiskFact]
    public async Task A13_a_server_without_room_is_told_keeps_the_form_and_orders_go_on_after_it()
    {
        using var server = new ServerOnSmallDisk();
        var clock = TestClock.AtStartOfDecember2026();
        using var portal = PortalFactory.With(new PortalSetup { Database = server.Database, Clock = clock });
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var orders = new OrdersInTurn(clock.GetCurrentInstant());
        (await orders.PlaceAsync(host)).At("confirmation");
        var before = await portal.InDatabaseAsync(db => db.Set<Order>().CountAsync());

        server.Disk.Fill();
        Assert.Equal("Healthy", (await host.GetAsync("/health/ready")).Source);
        var (placed, kept) = await orders.UntilRefusedAsync(host);
        Assert.True(kept.Status == HttpStatusCode.ServiceUnavailable, kept.Describe());
        Assert.Contains(portal.Words("en", "Errors.Error.FormKept"), kept.Text, StringComparison.Ordinal);
        var ready = await host.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("Unhealthy\ndatabase: Unhealthy. The database has no room.", ready.Source);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/assist")).Status);

        server.Disk.Free();
        (await orders.GoOnAsync(await kept.SubmitAsync())).At("confirmation");
        Assert.Equal(before + placed + 1, await portal.InDatabaseAsync(db => db.Set<Order>().CountAsync()));
        clock.Advance(Duration.FromMinutes(1));
        Assert.Equal("Healthy", (await host.GetAsync("/health/ready")).Source);
    }
}
