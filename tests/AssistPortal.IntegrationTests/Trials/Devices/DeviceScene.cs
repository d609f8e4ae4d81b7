using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Devices;

/// <summary>
/// Two partners with a customer each, of whom one is in the United States, and two people of the help desk.
/// </summary>
public sealed class DeviceScene : IAsyncLifetime
{
    public const string Pia = "pia@hosts.example";
    public const string Paul = "paul@hosts.example";
    public const string Uma = "uma@hosts.example";
    public const string Dora = "dora@hosts.example";
    public const string Hedda = "hedda@hosts.example";
    public const string Hugo = "hugo@hosts.example";

    private static int shipped;

    public PortalFactory Portal { get; } = new();

    /// <summary>Pia's customer, in the United States; Uma administers it.</summary>
    public Guid AmericanTrial { get; private set; }

    /// <summary>Paul's customer, in Germany; Dora administers it.</summary>
    public Guid GermanTrial { get; private set; }

    public async Task InitializeAsync()
    {
        await Portal.AddUserAsync("Pia", TrialRoles.PartnerAdministrator);
        await Portal.AddUserAsync("Paul", TrialRoles.PartnerAdministrator);
        await Portal.AddUserAsync("Uma", TrialRoles.CustomerAdministrator);
        await Portal.AddUserAsync("Dora", TrialRoles.CustomerAdministrator);
        await Portal.AddUserAsync("Hedda", TrialRoles.HelpDesk);
        await Portal.AddUserAsync("Hugo", TrialRoles.HelpDesk);
        AmericanTrial = await BeginAsync("Blue Partners", Pia, "Yankee Books", Uma, "US");
        GermanTrial = await BeginAsync("Alpine Partners", Paul, "Isar Bücher", Dora, "DE");
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>A browser of somebody who is signed in, whose start is the page of settings.</summary>
    public async Task<PortalClient> SignedInAsync(string email, string language = "en")
    {
        var browser = Portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var form = await browser.GetAsync("/account/sign-in?ReturnUrl=%2Faccount%2Fmail");
        var page = await form.SubmitAsync(new() { ["Email"] = email, ["Password"] = DemoAccounts.Password });
        Assert.True(page.Path == "/account/mail", page.Describe());
        return browser;
    }

    /// <summary>Path of the trial's devices as somebody reaches it.</summary>
    public string PathOf(string email) => email switch
    {
        Pia => $"/trials/{AmericanTrial}/devices",
        Paul => $"/trials/{GermanTrial}/devices",
        _ => "/my-trial/devices",
    };

    /// <summary>
    /// A shipment of so many devices to a trial, made at the help desk's page, and delivered where that is wanted.
    /// </summary>
    public async Task<(Shipment Shipment, string LoanNumber)> ShipAsync(
        Guid trialId, int devices = 1, bool isDelivered = true)
    {
        using var desk = await SignedInAsync(Hedda);
        var number = $"D-{Interlocked.Increment(ref shipped):0000}";
        var form = await desk.GetAsync("/staff/trials/shipments/new");
        var fields = form.Prepare(ShipmentFields(trialId, number))
            .Fields.Where(field => field.Key is not ("Model" or "SerialNumber"));
        var rows = Enumerable.Range(1, devices).SelectMany(at => new KeyValuePair<string, string>[]
        {
            new("Model", $"Board {at}"), new("SerialNumber", $"{number}-S{at}"),
        });
        var page = await desk.PostAsync("/staff/trials/shipments/new", fields.Concat(rows));
        Assert.True(
            (int)page.Status == 200 && page.Path.StartsWith("/staff/trials/shipments/", StringComparison.Ordinal),
            page.Describe());
        if (isDelivered)
        {
            await page.SubmitAsync(button: "button[value=delivered]");
        }

        return (await InDatabaseAsync(db => db.Set<Shipment>()
            .AsNoTracking()
            .Include(item => item.Devices)
            .SingleAsync(item => item.LoanNumber == number)), number);
    }

    public static Dictionary<string, string?> ShipmentFields(Guid trialId, string number) => new(StringComparer.Ordinal)
    {
        ["TrialId"] = $"{trialId}",
        ["LoanNumber"] = number,
        ["Carrier"] = "Swift Parcel",
        ["CarrierContact"] = "+1 555 0123",
        ["TrackingNumber"] = "SP 1",
    };

    /// <summary>Presses a device's button.</summary>
    public static async Task<PortalPage> ActAsync(
        PortalPage page, Guid deviceId, string act, Dictionary<string, string?>? changes = null) =>
        await page.SubmitFormAsync($"[data-device-id='{deviceId}'] form[action$='/{act}']", changes);

    /// <summary>A device's state on the page.</summary>
    public static string StateOf(PortalPage page, Guid deviceId) =>
        page.Get($"article[data-device-id='{deviceId}']").GetAttribute("data-state")!;

    /// <summary>The latest request of a kind about a device, or of the trial.</summary>
    public Task<HelpDeskRequest> RequestAsync(HelpDeskRequestKind kind, Guid? deviceId = null) => InDatabaseAsync(db =>
        db.Set<HelpDeskRequest>().AsNoTracking()
            .Where(request => request.Kind == kind && (deviceId == null || request.DeviceId == deviceId))
            .OrderByDescending(request => request.AskedAt).ThenByDescending(request => request.Id).FirstAsync());

    public Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work) => Portal.InDatabaseAsync(work);

    private async Task<Guid> BeginAsync(
        string partnerName, string partnerEmail, string company, string customerEmail, string country) =>
        await InDatabaseAsync(async db =>
        {
            var partner = new Partner(partnerName, $"sales@{partnerName.Split(' ')[0]}.example", "+1 555 0100");
            var organisation = new Organisation(company, siteHost: null);
            var administrator = await db.Users.SingleAsync(user => user.UserName == partnerEmail);
            var customer = await db.Users.SingleAsync(user => user.UserName == customerEmail);
            var member = new OrganisationMember(
                organisation.Id, customerEmail, MailKey.Of(customerEmail), customer.FirstName);
            member.Appoint(customer.Id);
            var trial = Trial.Begin(
                new TrialStart(
                    partner.Id, organisation.Id, company, country, "America/New_York", "en", 30,
                    new Dictionary<CloudService, int> { [CloudService.Message] = 20, [CloudService.Room] = 2 }),
                Portal.Clock.GetCurrentInstant());
            db.AddRange(
                partner,
                organisation,
                member,
                trial,
                new PartnerMember { UserId = administrator.Id, PartnerId = partner.Id });
            await db.SaveChangesAsync();
            return trial.Id;
        });
}
