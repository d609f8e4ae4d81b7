using System.Net;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Work;
using AssistPortal.IntegrationTests.Mailing;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>Mail me my links again.</summary>
public sealed partial class LinksTests
{
    private const string Page = "/assist/manage/links";

    [Fact]
    public async Task A_customer_comes_from_the_home_page_to_a_cancelled_order_without_a_mail_at_hand()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync();
        var other = await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();

        var search = await (await browser.GetAsync("/")).FollowAsync("main a[href='/assist/manage']");
        var asked = await (await search.FollowAsync($"main a[href='{Page}']")).SubmitAsync(
            new() { ["Email"] = Customers.Email });
        Assert.Equal((HttpStatusCode.OK, Page), (asked.Status, asked.Path));
        Assert.Contains(
            portal.Words("en", $"Managing.Links.Asked|{Customers.Email}"), asked.Text, StringComparison.Ordinal);

        var mail = await post.WaitAsync(item => item.Cause == OrderLinksMail.Cause);
        Assert.Equal(Customers.Email, mail.Recipient);
        var links = LinksIn(mail);
        Assert.Equal(2, links.Distinct(StringComparer.Ordinal).Count());
        var opened = new List<PortalPage>();
        foreach (var link in links)
        {
            using var visitor = portal.CreatePortalClient();
            opened.Add((await (await visitor.GetAsync(link)).SubmitAsync()).At("availability"));
        }

        Assert.Equal(
            new[] { order, other }.OrderBy(item => item.Time.Start).Select(item => item.RequestNumber.ToString()),
            opened.Select(page => page.Path.Split('/')[3]));

        var page = await (await browser.GetAsync(links[0])).SubmitAsync();
        var number = page.Path.Split('/')[3];
        var done = await (await browser.GetAsync(page.Get("form[action$='/cancel']").GetAttribute("action")!))
            .SubmitAsync(button: "button[value=yes]");
        Assert.Contains(portal.Words("en", "Managing.Notice.Cancelled"), done.Text, StringComparison.Ordinal);
        Assert.Equal(OrderState.Cancelled, (await portal.ReadAsync(RequestNumber.Parse(number))).State);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task What_is_no_address_is_told_at_the_field(string language)
    {
        await using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var form = await browser.GetAsync(Page);

        var nothing = await form.SubmitAsync(new() { ["Email"] = " " });
        var wrong = await form.SubmitAsync(new() { ["Email"] = "ann@example" });

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, portal.Words(language, "Managing.Email.Missing")),
            (nothing.Status, nothing.Errors["Email"]));
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, portal.Words(language, "Shared.Error.Email"), "ann@example"),
            (wrong.Status, wrong.Errors["Email"], wrong.Value("Email")));
    }

    [Fact]
    public async Task Any_address_gets_the_same_answer_by_the_same_work()
    {
        var commands = new CountedCommands();
        await using var portal = PortalFactory.With(new PortalSetup
        {
            // What workers do is not the work of the one who asks.
            Services = services =>
            {
                WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
            },
        });
        await portal.PlaceAsync();
        await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync(Page);

        var answers = new List<(int Commands, string Page)>();
        foreach (var email in new[] { "warm-up@customer.example", Customers.Email, "nobody@customer.example" })
        {
            commands.Count = 0;
            var answer = await form.SubmitAsync(new() { ["Email"] = email });
            var text = Value().Replace(answer.Source.Replace(email, "", StringComparison.Ordinal), "");
            var headers = string.Join(',', answer.Headers.Keys.Order());
            answers.Add((commands.Count, $"{answer.Status} {answer.Path} {headers} {text}"));
        }

        Assert.InRange(answers[1].Commands, 3, 20);
        Assert.Equal(answers[1], answers[2]);
        Assert.Equal(3, await portal.InDatabaseAsync(db => db.Set<LinkRequest>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_gets_a_mail_and_of_the_orders_only_coming_ones_count()
    {
        await using var portal = PortalFactory.With(WithoutWorkers);
        var past = await portal.PlaceAsync(new FreeMoment(new(2026, 12, 16, 10, 0)));
        var cancelled = await portal.PlaceAsync();
        var (browser, _) = await portal.FindAsync(cancelled);
        using var __ = browser;
        await (await browser.GetAsync($"/assist/manage/{cancelled.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]");
        await portal.PlaceAsync(email: "other@customer.example");
        var coming = await portal.PlaceAsync(language: "zh-Hant");
        portal.Clock.Reset(past.Time.End);

        await AskAsync(portal, browser, Customers.Email.ToUpperInvariant());
        await AskAsync(portal, browser, "nobody@customer.example");

        var mail = Assert.Single(await MailedAsync(portal));
        Assert.Equal((Customers.Email, "zh-Hant"), (mail.Recipient, mail.Language));
        Assert.Contains($"{coming.RequestNumber}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(OrderAccessTokens.MailedTokenOf(coming.Id), Assert.Single(LinksIn(mail)).Split('=')[1]);
        Assert.Equal(
            "order.links-mailed",
            Assert.Single(await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.Action == "order.links-mailed" && entry.SubjectId == $"{coming.Id}")
                .Select(entry => entry.Action)
                .ToListAsync())));
        Assert.Equal(0, await portal.InDatabaseAsync(db => db.Set<LinkRequest>().CountAsync()));
    }

    [Theory]
    [InlineData("user@bücher.example", "user@xn--bcher-kva.example")]
    [InlineData("user@xn--bcher-kva.example", "user@bücher.example")]
    [InlineData("User@Customer.example", " user＠customer.EXAMPLE ")]
    public async Task J12_An_address_is_found_in_whatever_form_it_is_written(string ordered, string asked)
    {
        await using var portal = PortalFactory.With(WithoutWorkers);
        await portal.PlaceAsync(email: ordered);
        using var browser = portal.CreatePortalClient();

        await AskAsync(portal, browser, asked);

        Assert.Single(await MailedAsync(portal));
    }

    [Fact]
    public async Task The_links_of_former_mails_go_on_opening_the_order()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        await portal.PlaceAsync();
        var first = Assert.Single(LinksIn(await post.WaitAsync(mail => mail.Cause == OrderPlacedMail.Cause)));
        portal.Clock.Advance(Duration.FromMinutes(1));
        using var browser = portal.CreatePortalClient();
        await (await browser.GetAsync(Page)).SubmitAsync(new() { ["Email"] = Customers.Email });
        var mailed = await post.WaitAsync(mail => mail.Cause == OrderLinksMail.Cause);
        var second = Assert.Single(LinksIn(mailed));

        // Nor does it end one when a coordinator sends it again.
        portal.Clock.Advance(Duration.FromMinutes(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        for (var tries = 0; tries < 1000 && !await IsSentAsync(portal, mailed); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await (await staff.GetAsync($"/staff/mail/{mailed.Id}/resend")).SubmitAsync();
        var third = Assert.Single(LinksIn(await post.WaitAsync(
            mail => mail.Cause == OrderLinksMail.Cause && LinksIn(mail)[0] != second)));

        foreach (var link in new[] { first, second, third, first })
        {
            (await (await browser.GetAsync(link)).SubmitAsync()).At("availability");
        }
    }

    [Fact]
    public async Task Requests_are_limited_by_address_and_mails_by_recipient()
    {
        var addresses = new ClientAddresses();
        await using var portal = PortalFactory.With(WithoutWorkers with
        {
            Services = services =>
            {
                WithoutWorkers.Services(services);
                addresses.Use(services);
            },
        });
        await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync(Page);
        Task<PortalPage> Ask(string email) => form.SubmitAsync(new() { ["Email"] = email });

        for (var number = 0; number < LinkRequests.MostForEmail; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask(Customers.Email)).Status);
        }

        var late = await Ask(Customers.Email);
        Assert.Equal((HttpStatusCode.TooManyRequests, "900"), (late.Status, late.Headers["Retry-After"]));
        Assert.Equal(portal.Words("en", "Managing.Links.TooMany|15 minutes"), late.Errors["Email"]);
        portal.Clock.Advance(Duration.FromMinutes(14));
        late = await Ask(Customers.Email);
        Assert.Equal(portal.Words("en", "Managing.Links.TooMany|1 minute"), late.Errors["Email"]);
        portal.Clock.Advance(-Duration.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await Ask("somebody@customer.example")).Status);

        // Nobody uses up what another one may ask; but a mailbox is not flooded from many addresses.
        for (var number = 0; number < 2 * RequestedLinks.MostMails; number++)
        {
            addresses.Next = $"198.51.100.{number}";
            Assert.Equal(HttpStatusCode.OK, (await Ask(Customers.Email)).Status);
        }

        await WorkAsync(portal);
        Assert.Equal(RequestedLinks.MostMails, (await MailedAsync(portal)).Count);

        addresses.Next = "203.0.113.7";
        for (var number = 0; number < LinkRequests.MostFromAddress; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask($"who{number}@customer.example")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("one-more@customer.example")).Status);
    }

    internal static PortalSetup WithoutWorkers => new()
    {
        Services = services => services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.IsAssignableTo(typeof(RepeatedWork)) == true)
            .ToList()
            .ForEach(service => services.Remove(service)),
    };

    internal static async Task AskAsync(PortalFactory portal, PortalClient browser, string email)
    {
        var asked = await (await browser.GetAsync(Page)).SubmitAsync(new() { ["Email"] = email });
        Assert.Equal((HttpStatusCode.OK, Page), (asked.Status, asked.Path));
        await WorkAsync(portal);
    }

    internal static Task<List<OutboxMail>> MailedAsync(PortalFactory portal) => portal.InDatabaseAsync(db =>
        db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Cause == OrderLinksMail.Cause).ToListAsync());

    private static Task<bool> IsSentAsync(PortalFactory portal, OutboxMail mail) => portal.InDatabaseAsync(db =>
        db.Set<OutboxMail>().AnyAsync(row => row.Id == mail.Id && row.State == OutboxMailState.Sent));

    private static async Task WorkAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RequestedLinks>().MailAsync(CancellationToken.None);
    }

    private static List<string> LinksIn(OutboxMail mail) =>
    [
        .. mail.TextBody.Split()
            .Where(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal))
            .Select(word => new Uri(word).PathAndQuery),
    ];

    [GeneratedRegex("value=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Value();
}
