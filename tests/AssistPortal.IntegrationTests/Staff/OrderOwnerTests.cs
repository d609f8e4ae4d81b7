using System.Globalization;
using System.Net;
using AssistPortal.Assist;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Who of the desk looks after an order.</summary>
public sealed class OrderOwnerTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Take = "#owner button.btn-outline-primary[name=Owner]";
    private const string LetGo = "#owner button[value=nobody]";

    [Fact]
    public async Task An_order_is_taken_given_to_somebody_else_and_let_go()
    {
        var order = await OrderAsync(0);
        using var other = await SignInAsync(await staff.Portal.AddUserAsync("Meilin", AssistRoles.Coordinator));
        var mails = await MailsAsync();
        var page = await (await staff.Browser.GetAsync(PathOf(order))).SubmitAsync(button: Take);
        Assert.Equal(Words("StaffOrder.Owner.Taken"), page.Get("[role=status]").TextContent.Trim());
        Assert.Contains("Miriam Falk", page.Get("#owner").TextContent, StringComparison.Ordinal);
        Assert.Contains(order.RequestNumber.ToString(), await NumbersAsync(staff.Browser, "owner=mine"));
        Assert.DoesNotContain(order.RequestNumber.ToString(), await NumbersAsync(other, "owner=mine"));

        var give = page.All("#owner details option").Single(option => option.TextContent == "Meilin Host")
            .GetAttribute("value")!;
        var given = await page.SubmitFormAsync(
            "#owner details form", new(StringComparer.Ordinal) { ["Owner"] = give });
        Assert.Contains("Meilin Host", given.Get("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains(order.RequestNumber.ToString(), await NumbersAsync(other, "owner=mine"));
        Assert.Equal([order.RequestNumber.ToString()], await NumbersAsync(staff.Browser, $"owner={give}"));
        Assert.Contains(
            "Meilin Host", (await staff.Browser.GetAsync($"/staff/orders?owner={give}")).Get("tbody").TextContent,
            StringComparison.Ordinal);
        var file = await staff.Browser.GetAsync($"/staff/orders/export?owner={give}");
        Assert.EndsWith(",Meilin Host,", file.Source.TrimEnd(), StringComparison.Ordinal);

        await (await other.GetAsync(PathOf(order))).SubmitAsync(button: LetGo);
        Assert.Contains(order.RequestNumber.ToString(), await NumbersAsync(staff.Browser, "owner=nobody"));
        Assert.Empty(await NumbersAsync(other, "owner=mine"));
        Assert.Empty(await NumbersAsync(other, "owner=nonsense"));
        var told = await staff.Portal.AuditAsync<OrderOwnerChanged>(order.Id);
        Assert.Equal(
            [null, Guid.Parse(give), null],
            [told[0].OwnerId.Before, told[1].OwnerId.After, told[2].OwnerId.After]);
        Assert.Contains(
            "Miriam Falk → Meilin Host",
            (await staff.Browser.GetAsync(PathOf(order))).Get(".timeline").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(mails, await MailsAsync());
        Assert.Equal(order.Version, (await OrderAsync(0)).Version);
    }

    [Fact]
    public async Task Of_two_who_take_an_order_at_once_one_has_it_and_the_other_is_told()
    {
        var order = await OrderAsync(1);
        using var other = await SignInAsync(DemoAccounts.Administrator);
        PortalPage[] pages = [await staff.Browser.GetAsync(PathOf(order)), await other.GetAsync(PathOf(order))];
        var answers = await Task.WhenAll(pages.Select(page => page.SubmitAsync(button: Take)));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var late = answers.Single(answer => answer.Status == HttpStatusCode.Conflict);
        var winner = answers.Single(answer => answer.Status == HttpStatusCode.OK) == answers[0] ? "Miriam" : "Ada";
        Assert.NotNull(late.Find("#changed-meanwhile"));
        Assert.Contains(winner, late.Get("#owner .owner__name").TextContent, StringComparison.Ordinal);

        // Taking what one has is no change, and nothing is lost by a second click.
        Assert.Equal(HttpStatusCode.OK, (await pages[winner == "Ada" ? 1 : 0].SubmitAsync(button: Take)).Status);
        Assert.Single(
            await staff.Portal.AuditAsync<OrderOwnerChanged>(order.Id), record => record.OwnerId.After is not null);
    }

    [Fact]
    public async Task Only_those_who_work_at_the_desk_are_given_an_order()
    {
        var order = await OrderAsync(2);
        var host = await staff.Portal.InDatabaseAsync(db => db.Users.SingleAsync(user => user.Email == Journeys.Host));
        var page = await staff.Browser.GetAsync(PathOf(order));
        Assert.DoesNotContain($"{host.Id}", page.Get("#owner details").InnerHtml, StringComparison.Ordinal);
        foreach (var typed in new[] { $"{host.Id}", "", "somebody" })
        {
            var (action, fields) = page.Prepare(button: "#owner details button");
            var answer = await staff.Browser.PostAsync(
                action, fields.Select(field => field.Key == "Owner" ? new("Owner", typed) : field));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal(["Owner"], answer.Errors.Keys);
            Assert.NotNull(answer.Find("#owner details[open]"));
        }

        Assert.Null((await OrderAsync(2)).OwnerId);
    }

    [Fact]
    public async Task Orders_of_somebody_who_has_left_count_as_nobodys()
    {
        var order = await OrderAsync(3);
        var email = await staff.Portal.AddUserAsync("Leaver", AssistRoles.Coordinator);
        using var leaver = await SignInAsync(email);
        await (await leaver.GetAsync(PathOf(order))).SubmitAsync(button: Take);
        var number = order.RequestNumber.ToString();
        Assert.DoesNotContain(number, await NumbersAsync(staff.Browser, $"owner=nobody&q={number}"));
        var count = await NobodysAsync();

        using var admin = await SignInAsync(DemoAccounts.Administrator);
        var id = await staff.Portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        await (await admin.GetAsync($"/staff/users/{id}")).SubmitFormAsync("form[action$='/deactivate']");

        Assert.Contains(number, await NumbersAsync(staff.Browser, $"owner=nobody&q={number}"));
        Assert.Equal(order.State == OrderState.Placed ? count + 1 : count, await NobodysAsync());
        Assert.Contains(
            Words("StaffOrderList.Owner.Left|Leaver Host"),
            (await staff.Browser.GetAsync($"/staff/orders?owner=nobody&q={number}")).Get("tbody").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_those_of_somebody_who_has_lost_the_role_until_it_is_given_back()
    {
        var order = await staff.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
            .Where(order => order.State == OrderState.Placed).OrderByDescending(order => order.Id).FirstAsync());
        var email = await staff.Portal.AddUserAsync("Switcher", AssistRoles.Coordinator, AssistRoles.Host);
        using var switcher = await SignInAsync(email);
        await (await switcher.GetAsync(PathOf(order))).SubmitAsync(button: Take);
        var number = order.RequestNumber.ToString();
        var count = await NobodysAsync();

        using var admin = await SignInAsync(DemoAccounts.Administrator);
        var id = await staff.Portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        await GiveRolesAsync(AssistRoles.Host);
        Assert.Equal(count + 1, await NobodysAsync());
        var list = await staff.Browser.GetAsync($"/staff/orders?owner=nobody&q={number}");
        Assert.Contains(
            Words("StaffOrderList.Owner.Left|Switcher Host"), list.Get("tbody").TextContent, StringComparison.Ordinal);
        var page = await staff.Browser.GetAsync(PathOf(order));
        Assert.Equal(
            Words("StaffOrder.Owner.Left|Switcher Host"), page.Get("#owner .owner__name").TextContent.Trim());
        Assert.DoesNotContain(page.All("#owner option"), option => option.GetAttribute("value") == $"{id}");

        await GiveRolesAsync(AssistRoles.Host, AssistRoles.Coordinator);
        Assert.Equal(count, await NobodysAsync());
        Assert.DoesNotContain(number, await NumbersAsync(staff.Browser, $"owner=nobody&q={number}"));
        page = await staff.Browser.GetAsync(PathOf(order));
        Assert.Equal("Switcher Host", page.Get("#owner .owner__name").TextContent.Trim());

        async Task GiveRolesAsync(params string[] roles)
        {
            var (action, fields) = (await admin.GetAsync($"/staff/users/{id}")).Prepare();
            var saved = await admin.PostAsync(action, [
                .. fields.Where(field => field.Key != "Roles"),
                .. roles.Select(role => new KeyValuePair<string, string>("Roles", role)),
            ]);
            Assert.True(saved.Status == HttpStatusCode.OK, saved.Describe());
        }
    }

    private async Task<int> NobodysAsync() => int.Parse(
        (await staff.Browser.GetAsync("/staff/orders")).Get("a[href*='owner=nobody'] .badge").TextContent.Trim(),
        CultureInfo.InvariantCulture);

    private static string PathOf(Order order) => $"/staff/orders/{order.RequestNumber}";

    private static async Task<IReadOnlyList<string>> NumbersAsync(PortalClient browser, string query) =>
        [.. (await browser.GetAsync($"/staff/orders?{query}")).All("[data-rows] tbody th a")
            .Select(link => link.GetAttribute("href")!.Split('/')[^1].Split('?')[0])];

    private string Words(string key) => staff.Portal.Words("en", key);

    private async Task<PortalClient> SignInAsync(string email)
    {
        var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }

    private Task<Order> OrderAsync(int place) => staff.Portal.InDatabaseAsync(
        db => db.Set<Order>().AsNoTracking().OrderBy(order => order.Id).Skip(place).FirstAsync());

    private Task<int> MailsAsync() => staff.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync());
}
