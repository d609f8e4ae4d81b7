using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What becomes of sessions when their order changes, or time goes by.</summary>
public sealed class SessionsAlongTests : IAsyncLifetime
{
    private readonly StaffAtWork staff = new();

    private PortalFactory Portal => staff.Portal;

    public Task InitializeAsync() => staff.InitializeAsync();

    public Task DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task Sessions_go_to_the_new_producer_with_the_order_where_that_one_can()
    {
        var order = await Portal.OrderAsync();
        var along = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(7));
        var left = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(14));
        var page = await PageAsync(order, "/producer");
        Assert.Equal(2, page.All("input[name=Session][checked]").Count);
        var able = page.All("input[name=ProducerId]")
            .Select(input => input.GetAttribute("value")!)
            .First(id => id.Length > 0);
        await Portal.TakeOffAsync(int.Parse(able, System.Globalization.CultureInfo.InvariantCulture), left.Time);
        var done = await page.SubmitAsync(new(StringComparer.Ordinal) { ["ProducerId"] = able });
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var sessions = await Portal.SessionsAsync(order);
        Assert.Equal(able, $"{(await Portal.ReadAsync(order.RequestNumber)).ProducerId}");
        Assert.Equal(able, $"{sessions.Single(item => item.Id == along.Id).ProducerId}");
        Assert.Equal(order.ProducerId, sessions.Single(item => item.Id == left.Id).ProducerId);
        var (former, next) = (await Portal.ProducerAsync(order.ProducerId), await Portal.ProducerAsync(
            (await Portal.ReadAsync(order.RequestNumber)).ProducerId));
        Assert.Contains(Words($"Session.WithAnother|{former.Name}|{next.Name}"), done.Text, StringComparison.Ordinal);
        Assert.Contains(former.Name, done.Get("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_scheduled_meanwhile_goes_along_unless_its_tick_is_taken_off()
    {
        var order = await Portal.OrderAsync();
        var left = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(14));
        var page = await PageAsync(order, "/producer");
        var able = page.All("input[name=ProducerId]")
            .Select(input => input.GetAttribute("value")!)
            .First(id => id.Length > 0);
        var along = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(7));
        await (await PageAsync(order, "/report-contact")).SubmitAsync(
            new(StringComparer.Ordinal) { ["ReportEmail"] = "reports@northwind.example" });
        var told = await page.SubmitAsync(new(StringComparer.Ordinal) { ["ProducerId"] = able, ["Session"] = null });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal([$"Session-{along.Id:N}"], told.All("input[name=Session][checked]").Select(input => input.Id));
        Assert.NotNull(told.Find($"#Session-{left.Id:N}"));
    }

    [Fact]
    public async Task A_session_that_no_longer_lies_before_the_event_needs_somebody_until_it_is_moved_or_cancelled()
    {
        var order = await Portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 3, 24, 9, 0)));
        var session = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(1));
        var sooner =
            (order.Time.Start - Duration.FromDays(1) - Duration.FromMinutes(30)).InZone(order.Time.LocalStart.Zone);
        var moved = await (await PageAsync(order, "/move")).SubmitAsync(new(StringComparer.Ordinal)
        {
            ["StartDate"] = $"{sooner.Date:uuuu-MM-dd}", ["StartTime"] = $"{sooner.TimeOfDay:HH:mm}",
        });
        Assert.True(moved.Status == HttpStatusCode.OK, moved.Describe());
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Session));
        Assert.Contains(Words("Session.Misplaced"), moved.Text, StringComparison.Ordinal);
        await (await PageAsync(order, $"/sessions/{session.Id}/cancel")).SubmitAsync();
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Session));
    }

    [Fact]
    public async Task A_session_that_has_begun_stays_as_it_is_even_when_the_order_is_cancelled()
    {
        var order = await Portal.OrderAsync();
        var session = await Portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(3));
        var cancel = await PageAsync(order, $"/sessions/{session.Id}/cancel");
        var move = await PageAsync(order, $"/sessions?id={session.Id}");
        Portal.Clock.Reset(session.Start);
        await staff.Browser.SignInAsync("coordinator@demo.example");
        Assert.Null((await PageAsync(order)).Find($"a[href*='{session.Id}']"));
        foreach (var old in new[] { cancel, move })
        {
            var (action, fields) = old.Prepare();
            var token = (await PageAsync(order, "/sessions")).Prepare()
                .Fields.Where(field => field.Key.StartsWith("__", StringComparison.Ordinal));
            var told = await staff.Browser.PostAsync(
                action, [.. fields.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)), .. token]);
            Assert.Equal(HttpStatusCode.Conflict, told.Status);
        }

        await (await PageAsync(order, "/cancel")).SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "charge" });
        Assert.False(Assert.Single(await Portal.SessionsAsync(order)).IsCancelled);
        Assert.Single(await Portal.ReservationsAsync(session));
    }

    private string Words(string key) => Portal.Words("en", $"Sessions.{key}");

    private Task<PortalPage> PageAsync(Order order, string at = "") =>
        staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}{at}");
}
