using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>Whoever asks for a time comes after those who have waited longer. One producer works.</summary>
public sealed class FairTests : IAsyncLifetime
{
    private static readonly FreeMoment Later = new(new LocalDateTime(2027, 1, 25, 12, 0));
    private static readonly FreeMoment Latest = new(new LocalDateTime(2027, 1, 28, 12, 0));
    private static readonly FreeMoment Elsewhere = new(new LocalDateTime(2027, 2, 2, 12, 0));

    private readonly PortalFactory portal = WaitingRoom.Open();
    private PortalClient waiter = null!;
    private PortalClient staff = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        waiter = await portal.NewHostAsync("Waiter");
        staff = await portal.SignedInAsync("coordinator@demo.example");
    }

    public async Task DisposeAsync()
    {
        waiter.Dispose();
        staff.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task An_update_a_move_by_staff_and_a_session_come_after_those_who_wait()
    {
        var order = await portal.PlaceAsync(Elsewhere);
        FreeMoment[] wanted = [WaitingRoom.Wanted, Later, Latest];
        foreach (var moment in wanted)
        {
            var taken = await portal.PlaceAsync(moment);
            await portal.WaitAsync(waiter, moment);
            await CancelAsync(taken);
        }

        Assert.Empty(await portal.HeldAsync());
        Assert.Equal(3, Rows(await staff.GetAsync("/staff/waiting")).Count);

        var (customer, page) = await portal.FindAsync(order);
        using var _ = customer;
        var update = await page.MoveAsync(customer, wanted[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, update.Status);
        await AssertHeldAsync(wanted[..1]);

        var move = await staff.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await move.SubmitAsync(Customers.To(wanted[1]))).Status);
        await AssertHeldAsync(wanted[..2]);

        var form = await staff.GetAsync($"/staff/orders/{order.RequestNumber}/sessions?kind=Rehearsal");
        var session = await form.SubmitAsync(
            new(Customers.To(wanted[2])) { ["DurationMinutes"] = "60", ["ProducerId"] = $"{order.ProducerId}" });
        Assert.Equal(["StartTime"], session.Errors.Keys);
        await AssertHeldAsync(wanted);
        Assert.Equal(Elsewhere.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);

        await AssertStaffSeeThemAsync();
    }

    [Fact]
    public async Task Whoever_lost_the_hold_comes_after_those_who_wait()
    {
        using var host = await portal.SignedInAsync();
        using var other = await portal.NewHostAsync("Other");
        var first = await host.ToEventInformationAsync(moment: WaitingRoom.Wanted);
        var second = await other.ToEventInformationAsync(moment: Later);
        await portal.WaitAsync(waiter, WaitingRoom.Wanted);
        await portal.WaitAsync(waiter, Later);
        portal.Clock.Advance(Duration.FromMinutes(31));

        var submitted = await first.SubmitAsync(Journeys.EventFields());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, submitted.Status);
        await AssertHeldAsync([WaitingRoom.Wanted]);

        // Looking at the step renews a hold that nobody has taken; here somebody waits for it.
        await other.GetAsync(second.Path);
        await AssertHeldAsync([WaitingRoom.Wanted, Later]);
    }

    /// <summary>All are offered now; one is taken, one given back.</summary>
    private async Task AssertStaffSeeThemAsync()
    {
        var link = (await staff.GetAsync("/staff")).Get("a[href='/staff/waiting']").TextContent;
        Assert.Equal(portal.Words("en", "Dashboard.Unmet.Wait|3"), link);
        var rows = Rows(await staff.GetAsync("/staff/waiting"));
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Contains("waiter@hosts.example", row, StringComparison.Ordinal);
            Assert.Contains("Northwind", row, StringComparison.Ordinal);
            Assert.DoesNotContain(portal.Words("en", "Demand.NotOffered"), row, StringComparison.Ordinal);
        });

        var wishes = await portal.WishesAsync();
        await (await waiter.GetAsync("/assist")).SubmitFormAsync($"form[action='/assist/wait/{wishes[0].Id}/take']");
        await (await waiter.GetAsync("/assist")).SubmitFormAsync($"form[action='/assist/wait/{wishes[1].Id}/leave']");

        Assert.Single(Rows(await staff.GetAsync("/staff/waiting")));
    }

    private async Task AssertHeldAsync(IEnumerable<FreeMoment> moments)
    {
        var lead = Duration.FromMinutes(30);
        Assert.Equal(
            moments.Select(moment => moment.Start - lead),
            (await portal.HeldAsync()).Select(hold => hold.Start).Order());
    }

    private async Task CancelAsync(Order order)
    {
        using var host = await portal.SignedInAsync();
        await (await host.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]");
    }

    private static List<string> Rows(PortalPage page) =>
        [.. page.All("[aria-labelledby=waiting-title] tbody tr").Select(row => PortalPage.Squeeze(row.TextContent))];
}
