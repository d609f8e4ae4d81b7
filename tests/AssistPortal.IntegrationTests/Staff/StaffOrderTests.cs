using System.Globalization;
using System.Net;
using AssistPortal.Assist;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Coordinators order for customers who call. It is 2026-12-01 09:00 UTC.</summary>
public sealed class StaffOrderTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Path = "/staff/orders/new";

    [Fact]
    public async Task An_order_for_a_host_is_the_hosts_and_says_that_staff_placed_it()
    {
        var begun = await BeginAsync(new() { ["HostEmail"] = $" {Journeys.Host.ToUpperInvariant()} " });

        Assert.Contains(Journeys.Host, begun.Get("#for-customer").TextContent, StringComparison.Ordinal);
        Assert.Equal(Journeys.Host, begun.Value("Email"));
        Assert.All(
            begun.All("#FirstName, #LastName, #Phone, #Email, #Company"),
            field => Assert.Equal("off", field.GetAttribute("autocomplete")));
        var lookup = (await begun.SubmitAsync(FreeMoment.Next().Fields())).At("meeting-lookup");
        Assert.Equal((Journeys.Host, "yes"), (lookup.Value("HostEmail"), lookup.Value("IsScheduled")));
        var meeting = lookup.All("input[name=SessionKey]").Select(item => item.GetAttribute("value")!).First();
        var step = await lookup.SubmitAsync(new() { ["SessionKey"] = meeting });
        var last = (await step.SubmitAsync(button: "button[name=SessionTime][value=keep]")).At("event-information");
        var confirmation = (await last.SubmitAsync()).At("confirmation");

        var number = confirmation.RequestNumber();
        var order = await staff.Portal.ReadAsync(number);
        var (hostId, staffId) = (await IdAsync(Journeys.Host), await IdAsync("coordinator@demo.example"));
        Assert.Equal((hostId, staffId, meeting), (order.HostUserId, order.PlacedById, order.SessionKey));
        var placed = Assert.Single(await staff.Portal.AuditAsync<OrderPlaced>(order.Id));
        Assert.Equal((true, (string?)null), (placed.ByStaff, placed.Reason));
        Assert.Equal(staffId, await ActorAsync(order.Id));
        var mail = await staff.Portal.MailAboutAsync($"{order.Id}");
        Assert.Contains(number.ToString(), mail.Text, StringComparison.Ordinal);

        var page = await confirmation.FollowAsync($"main a[href='/staff/orders/{number}']");
        Assert.NotNull(page.Find("#placed-by-staff"));
        Assert.Contains(staff.Portal.Words("en", "Timeline.Placed.ByStaff"), page.Text, StringComparison.Ordinal);
        var list = await staff.Browser.GetAsync($"/staff/orders?q={number}");
        Assert.Contains(staff.Portal.Words("en", "StaffOrderList.ByStaff"), list.Text, StringComparison.Ordinal);
        using var host = await BrowserAsync(Journeys.Host);
        Assert.Contains($"{number}", (await host.GetAsync("/resources")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/resources/orders/{number}")).Status);
    }

    [Fact]
    public async Task An_address_without_an_account_becomes_the_contact_and_the_order_is_the_sites()
    {
        var contact = $"caller{Guid.NewGuid():n}@customer.example";
        var begun = await BeginAsync(new() { ["HostEmail"] = contact, ["MailLanguage"] = "zh-Hant" });
        Assert.Equal((contact, ""), (begun.Value("Email"), begun.Value("FirstName")));
        Assert.Contains(
            staff.Portal.Words("en", "Ordering.For.Site.Text"), begun.Text, StringComparison.Ordinal);

        var order = await PlaceAsync(begun, FreeMoment.Next());

        Assert.Null(order.HostUserId);
        Assert.Equal((contact, "zh-Hant"), (order.Contact.Email, order.PageLanguage));
        Assert.Equal(contact, (await staff.Portal.MailAboutAsync($"{order.Id}")).Mailboxes["to"].Single().Address);
        var page = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains(
            staff.Portal.Words("en", "StaffOrder.Ordered.NoHost|Northwind Events"),
            page.Text,
            StringComparison.Ordinal);

        // The next call: the site's last order knows the rest of the contact.
        var again = await BeginAsync(new() { ["HostEmail"] = contact.ToUpperInvariant() });
        Assert.Equal("Carla", again.Value("FirstName"));

        // What staff and the customer do to it needs no host.
        var (customer, managed) = await staff.Portal.FindAsync(order);
        using (customer)
        {
            Assert.Equal(HttpStatusCode.OK, managed.Status);
            (await managed.MoveAsync(customer, FreeMoment.Next())).At("meeting-lookup");
        }

        var cancel = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/cancel");
        Assert.Equal(HttpStatusCode.OK, (await cancel.SubmitAsync()).Status);
        Assert.Equal(OrderState.Cancelled, (await staff.Portal.ReadAsync(order.RequestNumber)).State);
    }

    [Fact]
    public async Task A_start_within_the_lead_time_needs_a_reason_which_coordinators_alone_read()
    {
        const string Reason = "Board meeting, <agreed> by phone ☎";
        var soon = new FreeMoment(new LocalDateTime(2026, 12, 3, 11, 0));
        var begun = await BeginAsync(new() { ["HostEmail"] = Journeys.Host });

        var refused = await begun.SubmitAsync(soon.Fields());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["StartDate"], refused.Errors.Keys);
        Assert.Contains("OverrideReason", refused.Source, StringComparison.Ordinal);
        var lookup = (await refused.SubmitAsync(new() { ["OverrideReason"] = Reason })).At("meeting-lookup");
        var order = await PlaceFromLookupAsync(lookup);
        Assert.Equal(soon.Start, order.Time.Start);
        var placed = Assert.Single(await staff.Portal.AuditAsync<OrderPlaced>(order.Id));
        Assert.Equal(
            (Reason, await IdAsync("coordinator@demo.example")), (placed.Reason, placed.AllowedBy!.Value));
        var page = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains(Reason, page.Text, StringComparison.Ordinal);
        using var host = await BrowserAsync(Journeys.Host);
        var own = (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).Text;
        Assert.DoesNotContain("agreed", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_was_given_at_first_is_enough_for_tomorrow()
    {
        var begun = await BeginAsync(new() { ["OverrideReason"] = "A new customer", ["HostEmail"] = Journeys.Host });
        Assert.Equal("A new customer", begun.Value("OverrideReason"));

        var page = await begun.SubmitAsync(new FreeMoment(new LocalDateTime(2026, 12, 1, 15, 0)).Fields());

        page.At("meeting-lookup");
        var past = await begun.SubmitAsync(new FreeMoment(new LocalDateTime(2026, 12, 1, 3, 45)).Fields());
        past.AssertOnlyWrong(staff.Portal, "en", "StartTime", "Ordering.StartTime.Past");
    }

    [Fact]
    public async Task A_reason_that_is_taken_out_again_holds_no_longer()
    {
        var begun = await BeginAsync(new() { ["OverrideReason"] = "A new customer", ["HostEmail"] = Journeys.Host });
        var tomorrow = new FreeMoment(new LocalDateTime(2026, 12, 2, 15, 0)).Fields();

        var refused = await begun.SubmitAsync(new(tomorrow) { ["OverrideReason"] = " " });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["StartDate"], refused.Errors.Keys);
        Assert.Null((await staff.Portal.DraftAsync(begun.Draft())).OverrideReason);
    }

    [Fact]
    public async Task A_hosts_own_order_gets_no_reason_by_posting_one()
    {
        using var host = await BrowserAsync(Journeys.Host);
        var begun = await host.BeginAsync();
        Assert.Null(begun.Find("#OverrideReason"));
        var (action, fields) = begun.Prepare(
            new FreeMoment(new LocalDateTime(2026, 12, 3, 11, 0)).Fields(), button: "#step-form button[data-busy]");

        var page = await host.PostAsync(action, [.. fields, new("OverrideReason", "Because I can")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Null((await staff.Portal.DraftAsync(begun.Draft())).OverrideReason);
    }

    [Fact]
    public async Task A_draft_is_open_to_nobody_but_the_coordinator_who_began_it()
    {
        var begun = await BeginAsync(new() { ["HostEmail"] = Journeys.Host });
        var step = (await begun.SubmitAsync(FreeMoment.Next().Fields())).At("meeting-lookup");
        var colleague = await staff.Portal.AddUserAsync($"Colleague{Guid.NewGuid():n}", AssistRoles.Coordinator);
        foreach (var stranger in new[] { colleague, Journeys.Host, "admin@demo.example" })
        {
            using var browser = await BrowserAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(step.Path)).Status);
            var confirmation = await browser.GetAsync($"/assist/order/{begun.Draft()}/confirmation");
            Assert.Equal(HttpStatusCode.NotFound, confirmation.Status);
            var list = await browser.GetAsync(stranger == Journeys.Host ? "/assist" : Path);
            Assert.DoesNotContain($"{begun.Draft()}", list.Source, StringComparison.Ordinal);
        }

        var own = await staff.Browser.GetAsync(Path);
        var again = await own.FollowAsync($"#drafts .btn[href='/assist/order/{begun.Draft()}/continue']");
        Assert.Equal(step.Path, again.Path);
        Assert.NotNull((await staff.Browser.GetAsync("/staff/orders")).Find("a[href='/staff/orders/new#drafts']"));
        var dropped = await own.SubmitFormAsync($"form[action='/assist/order/{begun.Draft()}/discard']");
        Assert.Equal(Path, dropped.Path);
        Assert.DoesNotContain($"{begun.Draft()}", dropped.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Browser.GetAsync(step.Path)).Status);
    }

    [Fact]
    public async Task Whoever_is_no_coordinator_any_more_goes_on_with_no_draft_of_a_customer()
    {
        var email = await staff.Portal.AddUserAsync($"Leaver{Guid.NewGuid():n}", AssistRoles.Coordinator);
        using var before = await BrowserAsync(email);
        var begun = await BeginAsync(new(), before);
        await staff.Portal.InDatabaseAsync(async db =>
        {
            var id = (await db.Users.SingleAsync(user => user.UserName == email)).Id;
            await db.Set<IdentityUserRole<Guid>>().Where(held => held.UserId == id).ExecuteDeleteAsync();
        });
        await staff.Portal.AddRoleAsync(email, AssistRoles.Host);
        using var after = await BrowserAsync(email);

        Assert.Equal(HttpStatusCode.NotFound, (await after.GetAsync(begun.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await after.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task Beginning_twice_begins_one_and_another_language_keeps_what_is_typed()
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["HostEmail"] = $"twice{Guid.NewGuid():n}@customer.example",
            ["OverrideReason"] = "Twice",
        };
        Assert.Equal((await BeginAsync(fields)).Draft(), (await BeginAsync(fields)).Draft());

        // Of her own: the portal remembers the language of an account.
        using var browser = await BrowserAsync(
            await staff.Portal.AddUserAsync($"Reader{Guid.NewGuid():n}", AssistRoles.Coordinator));
        var form = await browser.GetAsync(Path);
        var (_, typed) = form.Prepare(new(fields), button: "#step-form button[data-busy]");
        var page = await browser.PostAsync(
            $"{Path}/leave?to=%2Fpreferences%2Flanguage", [.. typed, new("Language", "zh-Hans")]);
        Assert.Equal((Path, "zh-Hans"), (page.Path, page.Language));
        Assert.Equal(
            (fields["HostEmail"], fields["OverrideReason"]), (page.Value("HostEmail"), page.Value("OverrideReason")));
        Assert.Equal("", (await browser.GetAsync(Path)).Value("HostEmail"));
    }

    [Theory]
    [InlineData("SiteId", "", "NewOrder.SiteId.Missing")]
    [InlineData("PackageCode", "", "NewOrder.PackageCode.Missing")]
    [InlineData("HostEmail", "nobody@", "Shared.Error.Email")]
    [InlineData(
        "HostEmail",
        Journeys.OtherHost,
        "NewOrder.HostEmail.OtherSite|host2@demo.example|Northwind Events|Formosa Learning 福爾摩沙學苑")]
    [InlineData("HostEmail", "producer@demo.example", "NewOrder.HostEmail.NoHost|producer@demo.example")]
    public async Task A_wrong_field_gets_its_own_message(string field, string value, string sentence)
    {
        var page = await SubmitAsync(new() { ["HostEmail"] = Journeys.Host, [field] = value });

        page.AssertOnlyWrong(staff.Portal, "en", field, sentence);
        Assert.Equal(value, page.Value(field));
    }

    [Fact]
    public async Task A_package_that_nobody_is_qualified_for_or_another_site_has_is_not_begun()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        await portal.InDatabaseAsync(db => db.EditAsync(db.Set<Producer>(), producer => producer.SetActive(false)));
        var form = await browser.GetAsync(Path);
        Assert.Null(form.Find("#PackageCode option[value=ec-premium]"));
        var (action, fields) = form.Prepare(
            new() { ["SiteId"] = await SiteAsync(portal) }, button: "#step-form button[data-busy]");

        var page = await browser.PostAsync(
            action, [.. fields.Where(item => item.Key != "PackageCode"), new("PackageCode", "ec-premium")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["PackageCode"], page.Errors.Keys);
    }

    private static Task<string> SiteAsync(PortalFactory portal) => portal.InDatabaseAsync(async db =>
        (await db.Set<Site>().SingleAsync(site => site.HostName == PortalPeople.Northwind)).Id.ToString(
            CultureInfo.InvariantCulture));

    private async Task<PortalPage> SubmitAsync(Dictionary<string, string?> changes, PortalClient? browser = null)
    {
        var form = await (browser ?? staff.Browser).GetAsync(Path);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SiteId"] = await SiteAsync(staff.Portal),
            ["PackageCode"] = "ec-premium",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return await form.SubmitFormAsync("#step-form", fields);
    }

    private async Task<PortalPage> BeginAsync(Dictionary<string, string?> changes, PortalClient? browser = null) =>
        (await SubmitAsync(changes, browser)).At("availability");

    private async Task<Order> PlaceAsync(PortalPage begun, FreeMoment moment)
    {
        var fields = moment.Fields();
        (fields["FirstName"], fields["LastName"]) = ("Carla", "Caller");
        (fields["Phone"], fields["Company"]) = ("+1 212 555 0188", "Callers");
        return await PlaceFromLookupAsync((await begun.SubmitAsync(fields)).At("meeting-lookup"));
    }

    private async Task<Order> PlaceFromLookupAsync(PortalPage lookup)
    {
        var step = (await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        var confirmation = (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
        return await staff.Portal.ReadAsync(confirmation.RequestNumber());
    }

    private Task<Guid> IdAsync(string email) => staff.Portal.InDatabaseAsync(
        db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private Task<Guid?> ActorAsync(Guid orderId) => staff.Portal.InDatabaseAsync(db => db.AuditEntries
        .Where(entry => entry.SubjectId == $"{orderId}" && entry.Action == "order.placed")
        .Select(entry => entry.ActorId)
        .SingleAsync());

    private async Task<PortalClient> BrowserAsync(string email)
    {
        var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
