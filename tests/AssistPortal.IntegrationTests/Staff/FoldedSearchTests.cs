using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What is searched for is found however it is typed, in every list.</summary>
public sealed class FoldedSearchTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Loosely = "zoe o＇neil-ｆalk";

    private PortalFactory Portal => staff.Portal;

    [Theory]
    [InlineData("2125550199")]
    [InlineData("555-0199")]
    [InlineData("+1 (212) 555-0199")]
    [InlineData("001 212 555 0199")]
    [InlineData("２１２.５５５.０１９９")]
    [InlineData("reached 5550199")]
    [InlineData("726401938")]
    [InlineData("726 401-938")]
    public async Task D11_An_order_is_found_by_the_digits_of_phone_and_meeting_number(string typed)
    {
        await AddReachedAsync();

        Assert.Equal(["Reached"], Topics(await OrdersAsync(typed)));
    }

    [Fact]
    public async Task D11_Orders_are_found_by_the_name_that_their_producer_has_now()
    {
        await AddReachedAsync();
        var (first, second) = await Portal.InDatabaseAsync(async db =>
        {
            var two = await db.Set<Producer>().OrderBy(item => item.Id).Take(2).ToListAsync();
            return (two[0], two[1]);
        });
        await AssignAsync(first.Id);
        Assert.Contains("Reached", Topics(await OrdersAsync(first.Name)));
        Assert.Equal(["Reached"], Topics(await OrdersAsync($"{first.Name.ToLowerInvariant()} 5550199")));

        await RenameAsync(first.Id, "Zoë O’Neil‑Falk");
        Assert.Contains("Reached", Topics(await OrdersAsync("ZOE O'NEIL-falk")));
        Assert.DoesNotContain("Reached", Topics(await OrdersAsync(first.Name)));

        await AssignAsync(second.Id);
        Assert.DoesNotContain("Reached", Topics(await OrdersAsync("zoe")));
        Assert.Contains("Reached", Topics(await OrdersAsync(second.Name)));
        using var host = Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var history = await host.GetAsync($"/resources/history?q={Uri.EscapeDataString($"{second.Name} reached")}");
        Assert.Single(history.All("tbody tr"));
    }

    [Fact]
    public async Task D11_Every_list_is_searched_without_accents_width_or_kind_of_apostrophe_and_hyphen()
    {
        const string Name = "Zoë O’Neil‑Falk";
        var producer = await Portal.InDatabaseAsync(db => db.Set<Producer>().OrderBy(item => item.Id).LastAsync());
        await RenameAsync(producer.Id, Name);
        await Portal.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(user => user.Email == "host2@demo.example")).Rename("Zoë", "O’Neil‑Falk");
            var meeting = await db.Set<MeetingSession>().OrderByDescending(item => item.Start).FirstAsync();
            meeting.Change(new MeetingDetails
            {
                HostId = meeting.HostId,
                HostEmail = meeting.HostEmail,
                Topic = Name,
                Agenda = "",
                Presenters = "",
                MeetingNumber = meeting.MeetingNumber,
                MeetingUrl = meeting.MeetingUrl,
                Start = meeting.Start,
                DurationMinutes = meeting.DurationMinutes,
                TimeZone = meeting.TimeZone,
                ExpectedAttendees = null,
            });
            var user = await db.Users.SingleAsync(item => item.Email == "customer@demo.example");
            var own = await db.Set<OrganisationMember>().SingleAsync(member => member.UserId == user.Id);
            own.Rename(Name);
            await db.SaveChangesAsync();
        });
        Assert.Equal(Trial.KeyOf(Name), Trial.KeyOf("ZOE O'Neil-Falk"));

        foreach (var list in new[] { "producers?q=", "meetings?q=", "schedule?q=" })
        {
            await FoundAsync(staff.Browser, $"/staff/{list}");
        }

        using var administrator = Portal.CreatePortalClient();
        await administrator.SignInAsync("admin@demo.example");
        await FoundAsync(administrator, "/staff/users?q=");
        using var customer = Portal.CreatePortalClient();
        await customer.SignInAsync("customer@demo.example");
        await FoundAsync(customer, "/my-trial/users?q=");
    }

    private static async Task FoundAsync(PortalClient browser, string address)
    {
        foreach (var typed in new[] { Loosely, "O'NEIL-FALK", "zoë" })
        {
            var page = await browser.GetAsync(address + Uri.EscapeDataString(typed));
            Assert.True(page.Text.Contains("O’Neil", StringComparison.Ordinal), $"{address} {typed}");
            Assert.True(page.All("main tbody tr").Count is > 0 and < 3, $"{address} {typed}");
        }
    }

    private static IReadOnlyList<string> Topics(PortalPage page) =>
        [.. page.All("[data-rows] tbody tr").Where(row => row.TextContent.Contains("Reached", StringComparison.Ordinal))
            .Select(_ => "Reached")];

    private Task<PortalPage> OrdersAsync(string typed) =>
        staff.Browser.GetAsync($"/staff/orders?q={Uri.EscapeDataString(typed)}");

    private async Task AddReachedAsync()
    {
        if (await Portal.InDatabaseAsync(db => Reached(db).AnyAsync()))
        {
            return;
        }

        await Portal.AddPastOrdersAsync(Journeys.Host, "Reached");
        await Portal.InDatabaseAsync(async db =>
        {
            await Reached(db).ExecuteUpdateAsync(
                set => set.SetProperty(order => order.Event.MeetingNumber, "726401938"));
            var order = await Reached(db).SingleAsync();
            order.Correct(order.Contact with { Phone = "+1 (212) 555-0199" }, "");
            await db.SaveChangesAsync();
        });
    }

    private Task AssignAsync(int producerId) => Portal.InDatabaseAsync(db => Reached(db)
        .ExecuteUpdateAsync(set => set.SetProperty(order => order.ProducerId, producerId)));

    private Task RenameAsync(int producerId, string name) => Portal.InDatabaseAsync(async db =>
    {
        var producer = await db.Set<Producer>()
            .Include(item => item.Languages)
            .Include(item => item.Qualifications)
            .AsSplitQuery()
            .SingleAsync(item => item.Id == producerId);
        producer.Change(new ProducerDetails
        {
            Name = name,
            Email = producer.Email,
            Phone = producer.Phone,
            TimeZone = producer.TimeZone,
            UserId = producer.UserId,
            IsActive = producer.IsActive,
            Languages = [.. producer.Languages.Select(item => item.Language)],
            Qualifications = [.. producer.Qualifications.Select(
                item => new QualificationDetails(item.PackageId, item.ValidFrom, item.ValidUntil))],
        });
        await db.SaveChangesAsync();
    });

    private static IQueryable<Order> Reached(PortalDbContext db) =>
        db.Set<Order>().Where(order => order.Event.Topic == "Reached");
}
