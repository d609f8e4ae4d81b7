using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.IntegrationTests.Mailing;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class SettingsTests
{
    private const string Producer = "producer@demo.example";

    [Fact]
    public async Task A_producer_who_wants_one_mail_a_day_gets_it_in_the_morning_with_all_that_can_wait()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        await portal.LeaveOneProducerAsync();
        await ChooseAsync(portal, "digest");
        var first = await portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 1, 19, 12, 0)));
        var second = await portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 1, 20, 12, 0)));
        await post.WaitAsync(mail => mail.SubjectId == $"{second.Id}" && mail.Cause == OrderPlacedMail.Cause);

        portal.Clock.Reset(Instant.FromUtc(2026, 12, 1, 11, 59));
        await WriteDigestsAsync(portal);
        Assert.DoesNotContain(post.Delivered, mail => mail.Recipient == Producer);

        portal.Clock.Reset(Instant.FromUtc(2026, 12, 1, 12, 0));
        await WriteDigestsAsync(portal);
        var digest = await post.WaitAsync(mail => mail.Recipient == Producer);
        Assert.Equal("mail.digest", digest.Cause);
        Assert.Equal(2, digest.EnclosedCalendars.Count);
        foreach (var order in new[] { first, second })
        {
            Assert.Contains(order.RequestNumber.ToString(), digest.TextBody, StringComparison.Ordinal);
            Assert.Contains(order.RequestNumber.ToString(), digest.HtmlBody, StringComparison.Ordinal);
        }

        // What is near does not wait.
        portal.Clock.Reset(first.Time.Start - Duration.FromHours(47));
        var (browser, _) = await portal.FindAsync(first);
        using var __ = browser;
        await (await browser.GetAsync(
            $"/assist/manage/{first.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
        var released = await post.WaitAsync(
            mail => mail.Recipient == Producer && mail.Cause == ProducerReleasedMail.Cause);
        Assert.Equal($"{first.Id}", released.SubjectId);
    }

    [Fact]
    public async Task A_digest_that_failed_is_looked_at_with_every_order_in_it_until_it_goes_through()
    {
        var post = new FakePost { Unknown = Producer, Failure = MailFailure.Refused };
        await using var portal = PortalFactory.With(post.Setup);
        await portal.LeaveOneProducerAsync();
        await ChooseAsync(portal, "digest");
        var orders = new[]
        {
            await portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 1, 19, 12, 0))),
            await portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 1, 20, 12, 0))),
        };
        portal.Clock.Reset(Instant.FromUtc(2026, 12, 1, 12, 0));
        await WriteDigestsAsync(portal);
        Assert.Equal(orders.Select(order => order.Id).Order(), await FailedAsync(portal, atLeast: orders.Length));

        post.Unknown = null;
        portal.Clock.Advance(Duration.FromMinutes(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var digest = await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(mail => mail.State == OutboxMailState.Failed));
        await (await staff.GetAsync($"/staff/mail/{digest.Id}")).SubmitFormAsync("#resend-form");
        Assert.Empty(await FailedAsync(portal, atMost: 0));
    }

    [Fact]
    public async Task The_choice_is_asked_for_kept_and_can_be_taken_back()
    {
        await using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Producer);
        var page = await browser.GetAsync("/account/mail");
        Assert.Equal("single", page.Get("input[name=Delivery]:checked").GetAttribute("value"));

        var (_, fields) = page.Prepare();
        var missing = await browser.PostAsync("/account/mail", fields.Where(field => field.Key != "Delivery"));
        Assert.Equal([portal.Words("en", "Accounts.Mail.Delivery.Missing")], missing.ErrorSummary);

        foreach (var choice in new[] { "digest", "single" })
        {
            var saved = await (await browser.GetAsync("/account/mail")).SubmitAsync(new() { ["Delivery"] = choice });
            Assert.Contains(portal.Words("en", "Accounts.Settings.Saved"), saved.Text, StringComparison.Ordinal);
            Assert.Equal(choice, saved.Get("input[name=Delivery]:checked").GetAttribute("value"));
            Assert.Equal(choice == "digest", await portal.InDatabaseAsync(db => db.Users
                .Where(user => user.Email == Producer).Select(user => user.WantsMailDigest).SingleAsync()));
        }
    }

    [Fact]
    public async Task A_coordinator_chooses_the_time_zone_of_the_pages_which_leaves_a_trace()
    {
        const string Coordinator = "coordinator@demo.example";
        await using var portal = new PortalFactory();
        await portal.InDatabaseAsync(
            db => db.EditAsync(db.Users.Where(user => user.Email == Coordinator), user => user.ChooseTimeZone(null)));
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var orders = await browser.GetAsync("/staff/orders");
        Assert.Contains("UTC", orders.Text, StringComparison.Ordinal);
        var page = await orders.FollowAsync(".zone-hint");
        Assert.NotNull(page.Find("input[data-preset]"));
        Assert.Equal(
            portal.Words("en", "Times.TimeZone.Unknown"),
            (await page.SubmitAsync(new() { ["TimeZone"] = "Europe/Atlantis" })).Errors["TimeZone"]);

        Assert.Equal("Asia/Taipei", (await page.SubmitAsync(new() { ["TimeZone"] = "Asia/Taipei" })).Value("TimeZone"));
        orders = await browser.GetAsync("/staff/orders");
        Assert.Null(orders.Find(".zone-hint"));
        Assert.Contains("UTC+08", orders.Text, StringComparison.Ordinal);
        var entry = await portal.InDatabaseAsync(
            db => db.AuditEntries.SingleAsync(item => item.Action == "user.settings-changed"));
        var details = AuditDetails.Of(entry, await portal.LastAuditAsync<UserSettingsChanged>());
        Assert.Equal("""{"before":{"TimeZone":null},"after":{"TimeZone":"Asia/Taipei"}}""", details.ToJson());

        // Who gets no such mails is not asked how they come.
        await browser.SignInAsync(Journeys.Host);
        page = await browser.GetAsync("/account/mail");
        Assert.Null(page.Find("input[name=Delivery]"));
        Assert.Contains(
            portal.Words("en", "Accounts.Settings.Saved"),
            (await page.SubmitAsync(new() { ["TimeZone"] = "" })).Text,
            StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(PortalFactory portal, string choice)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Producer);
        await (await browser.GetAsync("/account/mail")).SubmitAsync(new() { ["Delivery"] = choice });
    }

    /// <summary>
    /// The orders of which a mail failed, once there are as many: the worker notes them on its own time.
    /// </summary>
    private static async Task<IReadOnlyList<Guid>> FailedAsync(
        PortalFactory portal, int atLeast = 0, int atMost = int.MaxValue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var failed = await portal.InDatabaseAsync(db => db.Set<OrderAttention>()
                .Where(item => item.Reason == AttentionReason.MailFailed)
                .Select(item => item.OrderId).ToListAsync());
            if (failed.Count >= atLeast && failed.Count <= atMost)
            {
                return [.. failed.Order()];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static async Task WriteDigestsAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailDigests>().WriteDueAsync(CancellationToken.None);
    }
}
