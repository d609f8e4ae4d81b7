using System.Diagnostics;
using System.Globalization;
using System.Net;
using AssistPortal.IntegrationTests.Trials.Customers;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials;

/// <summary>
/// Trials in a portal that is ended and started again on the same folder with its clock moved on. What is due is its
/// worker's, and the pages tell of it.
/// </summary>
public sealed class ClockOffsetTests : IDisposable
{
    private const string Chief = "chief@corner.example";
    private const string Buyer = "buyer@coffee.example";
    private const string Password = "a bakery's long password";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Far from midnight there, and without summer time: between two starts just those days go by that are asked for.
    private static readonly string Zone =
        SystemClock.Instance.GetCurrentInstant().InUtc().Hour < 12 ? "Asia/Tokyo" : "America/Phoenix";

    private readonly PortalFolder folder = new();
    private IReadOnlyList<ReadMail> mails = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_trials_go_their_ways_one_to_its_end_and_one_to_a_purchase_in_grace()
    {
        string bakery = "", coffee = "";
        await AfterAsync(days: 0, async (partner, customer) =>
        {
            bakery = await BeginAsync(partner, "Corner Bakery", Chief);
            coffee = await BeginAsync(partner, "Corner Coffee", Buyer);
            await AssertTrialAsync(partner, bakery, "active", "30");
            await ChoosePasswordAsync(customer);
            await AssertLicenceAsync(customer, "[data-state='active'] [data-service='Call'][data-expired='false']");
        });

        await AfterAsync(days: 23, async (partner, _) =>
        {
            await AssertToldAsync(("ends-soon", 6));
            await AssertTrialAsync(partner, bakery, "active", "7", "notice-ends-soon sent", "notice-expired due");
        });

        await AfterAsync(days: 30, async (partner, customer) =>
        {
            await AssertToldAsync(("ends-soon", 6), ("expired", 6));
            await AssertTrialAsync(
                partner, bakery, "expired", "30", "grace done", "notice-expired sent", "cut-off due");
            await customer.SignInAsync(Chief, Password);
            await AssertLicenceAsync(customer, "[data-state='expired'] [data-service='Call'][data-expired='true']");

            await ConvertAsync(partner, coffee);
            await AssertTrialAsync(partner, coffee, "paid", "", "conversion done");
        });

        await AfterAsync(days: 60, async (partner, customer) =>
        {
            await AssertToldAsync(("ends-soon", 6), ("expired", 6), ("ended", 1));
            var page = await AssertTrialAsync(
                partner, bakery, "ended", "", "cut-off done", "notice-ended sent", "numbers-released due");
            Assert.NotNull(page.Find("#tombstone"));
            Assert.DoesNotContain(Chief, page.Source, StringComparison.Ordinal);
            await AssertTrialAsync(partner, coffee, "paid", "");
            await customer.SignInAsync(Chief, Password);
            Assert.Equal(HttpStatusCode.NotFound, (await customer.GetAsync("/my-trial")).Status);
        });
    }

    /// <summary>Starts the portal with its clock moved on, has people come, and ends it.</summary>
    private async Task AfterAsync(int days, Func<PortalClient, PortalClient, Task> visit)
    {
        await using var portal = PortalFactory.With(new PortalSetup
        {
            Folder = folder,
            GoesByRealTime = true,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Clock:Offset"] = string.Create(CultureInfo.InvariantCulture, $"P{days}D"),
            },
        });
        using var partner = portal.CreatePortalClient();
        using var customer = portal.CreatePortalClient();
        await partner.SignInAsync(ConvertTrials.Partner);
        await visit(partner, customer);
        Assert.Empty(portal.Log.Errors);
    }

    /// <returns>Path of the trial.</returns>
    private static async Task<string> BeginAsync(PortalClient partner, string company, string administrator)
    {
        var services = company == "Corner Bakery" ? "Message,Call" : "Message";
        var page = await partner.StartAsync(TrialForms.New(
            ("Company", company),
            ("AdministratorEmails", administrator),
            ("TimeZone", Zone),
            ("Services", services),
            ("Amount_Call", "5"),
            ("PhoneNumbers", services == "Message" ? "" : "+1 303 555 0144")));
        return $"/trials/{page.TrialId()}";
    }

    private static async Task ConvertAsync(PortalClient partner, string path)
    {
        var form = await partner.GetAsync($"{path}/convert");
        var question = await form.SubmitAsync(new() { ["Offer"] = "A-SPK", ["Items"] = "M1", ["AdminEmail"] = Buyer });
        Assert.Null(question.Find("#Confirmation"));
        await question.SubmitAsync();
    }

    private async Task ChoosePasswordAsync(PortalClient customer)
    {
        var link = "";
        await UntilAsync(async () =>
        {
            link = (await MailsAsync())
                .Where(mail => mail.Mailboxes["to"].Any(box => box.Address == Chief))
                .SelectMany(mail => mail.Text!.Split((char[]?)null))
                .FirstOrDefault(word => word.Contains("set-password?token=", StringComparison.Ordinal)) ?? "";
            return link.Length > 0;
        });
        await (await customer.GetAsync(link[link.IndexOf("/account", StringComparison.Ordinal)..]))
            .SubmitAsync(new() { ["NewPassword"] = Password });
        await customer.SignInAsync(Chief, Password);
    }

    private static async Task AssertLicenceAsync(PortalClient customer, string licence) =>
        Assert.NotNull((await customer.GetAsync("/my-trial")).Find(licence));

    /// <param name="partner">Looks at the page.</param>
    /// <param name="path">Path of the trial.</param>
    /// <param name="state">What the page says of it.</param>
    /// <param name="daysLeft">The same; empty where nothing ends any more.</param>
    /// <param name="events">Some of the time line, each an event and its status.</param>
    private static async Task<PortalPage> AssertTrialAsync(
        PortalClient partner, string path, string state, string daysLeft, params IReadOnlyList<string> events)
    {
        var page = await partner.GetAsync(path);
        var head = page.Get(".trial-head");
        Assert.Equal((state, daysLeft), (head.GetAttribute("data-state"), head.GetAttribute("data-days-left") ?? ""));
        Assert.Equal(events, events.Intersect(page.All("[data-event]")
            .Select(line => $"{line.GetAttribute("data-event")} {line.GetAttribute("data-status")}")));
        return page;
    }

    /// <summary>Waits for so many mails of each kind about the two trials; there are no others.</summary>
    private async Task AssertToldAsync(params IReadOnlyList<(string Kind, int Count)> expected)
    {
        List<(string Kind, int Count)> told = [];
        await UntilAsync(async () =>
        {
            told = [.. (await MailsAsync())
                .Where(mail => mail.Header("Subject")!.Contains("Corner ", StringComparison.Ordinal))
                .GroupBy(mail => mail.Header("X-Trial-Notice"), StringComparer.Ordinal)
                .Where(kind => kind.Key is not null)
                .Select(kind => (kind.Key!, kind.Count()))];
            return told.Sum(kind => kind.Count) >= expected.Sum(kind => kind.Count);
        });
        Assert.Equal(expected.Order(), told.Order());
    }

    private async Task<IReadOnlyList<ReadMail>> MailsAsync()
    {
        var files = Directory.Exists(folder.Mails) ? Directory.GetFiles(folder.Mails, "*.eml") : [];
        return mails = files.Length == mails.Count ? mails : await IndependentMailReader.ReadFilesAsync(files);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "The worker does not do it.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
