using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests;

/// <summary>
/// The addresses, fields and attributes by which others drive the portal, as the specifications list them: there may be
/// more, but none of these may be renamed.
/// </summary>
public sealed class PublicContractTests(PublicContractTests.Demo demo) : IClassFixture<PublicContractTests.Demo>
{
    private static readonly string[] Contact = ["FirstName", "LastName", "Phone", "Email", "Company"];

    private static readonly string[] Event =
    [
        "Topic", "MeetingNumber", "MeetingUrl", "ExpectedAttendees", "Presenters", "Agenda", "RecordingFormat",
        "Language", "OtherComments",
    ];

    private static readonly string[] Start = ["StartDate", "StartTime", "TimeZone", "DurationMinutes"];

    [Fact]
    public async Task Without_an_account()
    {
        using var guest = demo.Portal.CreatePortalClient();
        Has(await guest.GetAsync("/account/sign-in"), "Email", "Password");
        Has(await guest.GetAsync("/account/forgotten"), "Email");
        Has(await guest.GetAsync("/assist/manage"), "RequestNumber", "Email");
        Has(await guest.GetAsync("/assist/manage/links"), "Email");
        Has(await guest.GetAsync("/guide"));
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Of_ordering()
    {
        using var host = await demo.SignInAsync(Journeys.Host);
        Has(await host.GetAsync("/resources"));
        Has(await host.GetAsync("/resources/history"));
        Has(await host.GetAsync("/resources/invoices"));
        Has(await host.GetAsync("/account"));
        var services = await host.GetAsync("/assist");
        Assert.NotNull(services.Find("form[method=post][action='/assist/order'] [name=PackageCode]"));

        var step = await host.BeginAsync("tc-premium");
        Assert.Matches("^/assist/order/[0-9a-f-]{36}/availability$", step.Path);
        Has(step, [.. Contact, "SiteId", "PackageCode", .. Start]);
        step = (await step.SubmitAsync(FreeMoment.Next().Fields())).At("meeting-lookup");
        Has(step, "IsScheduled", "HostId", "HostEmail");
        step = (await step.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        Has(step, Event);
        var confirmation = (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
        var number = confirmation.RequestNumber();
        Has(await host.GetAsync("/assist/wait?PackageCode=tc-premium"), ["PackageCode", "SiteId", .. Start]);

        Has(await host.GetAsync($"/assist/manage/{number}/messages"), "Message");
        Has(await host.GetAsync($"/assist/manage/{number}/availability"), "update");
        Has(await host.GetAsync($"/assist/manage/{number}/availability?update=true"), "StartDate", "StartTime");
        Has(await host.GetAsync($"/assist/manage/{number}/cancel"), "Confirm");
    }

    [Fact]
    public async Task Of_the_desk()
    {
        using var staff = await demo.SignInAsync("coordinator@demo.example");
        Has(await staff.GetAsync("/staff/orders/new"), "SiteId", "PackageCode", "HostEmail", "OverrideReason");
        var list = await staff.GetAsync("/staff/orders?Status=placed");
        var order = list.Get("main tbody a[href^='/staff/orders/']").GetAttribute("href")!.Split('?')[0];
        Has(await staff.GetAsync(order), "Message");
        Has(
            await staff.GetAsync($"{order}/edit"),
            [.. Contact, "PackageCode", "DurationMinutes", .. Event, "MessageToCustomer"]);
        foreach (var act in new[] { "move", "cancel", "producer" })
        {
            Has(await staff.GetAsync($"{order}/{act}"), "MessageToCustomer");
        }

        Has(await staff.GetAsync("/staff/orders/views"));
        Has(await staff.GetAsync("/staff/jobs"));
        Has(await staff.GetAsync("/staff/notices"));
        Has(await staff.GetAsync("/staff/schedule"));
    }

    [Fact]
    public async Task Of_trials()
    {
        using var partner = await demo.SignInAsync("partner@demo.example");
        var list = await partner.GetAsync("/trials");
        var row = list.Get("[data-trial-id][data-state][data-days-left]");
        Has(list, "Note");
        var trial = $"/trials/{row.GetAttribute("data-trial-id")}";
        Assert.NotNull((await partner.GetAsync(trial)).Find("[data-event][data-date][data-status]"));
        Has(
            await partner.GetAsync("/trials/new"),
            "Company", "AdministratorEmails", "Country", "TimeZone", "Language", "Services", "Amount_Message",
            "Amount_Meeting", "Amount_Call", "Amount_Room", "SiteUrl", "PhoneNumbers", "LengthDays");
        Has(await partner.GetAsync("/trials/shipment-question"), "LoanNumber");
        var active = list.All("[data-trial-id][data-state=active]")[^1].GetAttribute("data-trial-id");
        Has(await partner.GetAsync($"/trials/{active}/edit"), "ExtendDays", "AddServices");
        Has(await partner.GetAsync($"/trials/{active}/convert"), "Offer", "AdminEmail", "Items", "NewSiteUrl");

        // Asked where the trial has a site only.
        var convert = await Task.WhenAll(list.All("[data-trial-id][data-state=active]")
            .Select(item => partner.GetAsync($"/trials/{item.GetAttribute("data-trial-id")}/convert")));
        Assert.Contains(
            convert, page => page.Find("[name=TrialSiteUrl]") is not null && page.Find("[name=SameUrl]") is not null);
        Has(await partner.GetAsync($"/trials/{active}/devices"));
        var export = (await partner.GetAsync("/trials/export.csv")).Source.TrimStart('\uFEFF');
        Assert.StartsWith("Id,", export, StringComparison.Ordinal);

        using var customer = await demo.SignInAsync("customer@demo.example");
        foreach (var path in new[] { "/my-trial", "/my-trial/subscription" })
        {
            Assert.NotNull((await customer.GetAsync(path))
                .Find("form[method=post][action^='/my-trial/request-purchase']"));
        }

        Has(await customer.GetAsync("/my-trial/usage"));
        Has(await customer.GetAsync("/my-trial/devices"));
        Has(await customer.GetAsync("/my-trial/users"));

        using var desk = await demo.SignInAsync("helpdesk@demo.example");
        Has(
            await desk.GetAsync("/staff/trials/shipments/new"),
            "TrialId", "LoanNumber", "Carrier", "CarrierContact", "TrackingNumber");
        Assert.NotNull((await desk.GetAsync("/staff/trials")).Find("form[action='/staff/trials/run']"));
    }

    private static void Has(PortalPage page, params IReadOnlyList<string> fields)
    {
        Assert.True(page.Status == HttpStatusCode.OK, page.Describe());
        var missing = fields.Where(name => page.Find($"main [name='{name}']") is null);
        Assert.True(!missing.Any(), $"{page.Path} lacks {string.Join(", ", missing)}");
    }

    public sealed class Demo : IDisposable
    {
        public PortalFactory Portal { get; } = new();

        public async Task<PortalClient> SignInAsync(string email)
        {
            var browser = Portal.CreatePortalClient();
            await browser.SignInAsync(email);
            return browser;
        }

        public void Dispose() => Portal.Dispose();
    }
}
