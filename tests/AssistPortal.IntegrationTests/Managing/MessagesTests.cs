using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Mailing;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>What customers and coordinators write to each other about an order.</summary>
public sealed class MessagesTests
{
    private const string Coordinator = "coordinator@demo.example";
    private const string Question = "Two speakers join by phone.\nCan they test before?";
    private const string Answer = "Yes, on Monday at ten.";

    [Fact]
    public async Task A_message_there_and_back()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync(language: "zh-Hant");
        var (customer, page) = await portal.FindAsync(order);
        using var _ = customer;

        var form = await page.FollowAsync("#messages a");
        var sent = await form.SubmitAsync(new() { ["Message"] = $" {Question} " });
        Assert.Equal((HttpStatusCode.OK, PathOf(order)), (sent.Status, sent.Path));
        Assert.Contains(portal.Words("en", "Managing.Messages.Sent"), sent.Text, StringComparison.Ordinal);
        Assert.Equal(Question, Assert.Single(sent.All(".message-list .as-typed")).TextContent);

        var told = await post.WaitAsync(mail => mail.Cause == MessageToCoordinatorMail.Cause);
        Assert.Equal(Coordinator, told.Recipient);
        Assert.Contains("Can they test before?", told.TextBody, StringComparison.Ordinal);

        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var list = await staff.GetAsync("/staff/orders?attention=Unanswered");
        var desk = await list.FollowAsync($"main a[href^='/staff/orders/{order.RequestNumber}']");
        Assert.Contains(
            portal.Words("en", "StaffOrder.Attention.Unanswered.Do"),
            desk.Get("#attention").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(Question, Assert.Single(desk.All(".message-list .as-typed")).TextContent);
        var answered = await desk.SubmitFormAsync("form[action$='/messages']", new() { ["Message"] = Answer });
        Assert.Contains(
            portal.Words("en", $"StaffOrder.Messages.Sent|{order.Contact.Email}"),
            answered.Text,
            StringComparison.Ordinal);
        Assert.Null(answered.Find("#attention"));

        var reply = await post.WaitAsync(mail => mail.Cause == MessageToCustomerMail.Cause);
        Assert.Equal((order.Contact.Email, "zh-Hant"), (reply.Recipient, reply.Language));
        Assert.Contains(Answer, reply.TextBody, StringComparison.Ordinal);
        using var anew = portal.CreatePortalClient();
        var link = new Uri(reply.TextBody.Split()
            .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal))).PathAndQuery;
        var read = await (await anew.GetAsync(link)).SubmitAsync();
        Assert.Equal(PathOf(order), read.Path);
        Assert.Equal([Question, Answer], read.All(".message-list .as-typed").Select(text => text.TextContent));
        Assert.DoesNotContain("Robin", read.Text, StringComparison.Ordinal);

        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var own = await host.GetAsync($"/resources/orders/{order.RequestNumber}");
        Assert.Contains(portal.Words("en", "Timeline.Message.Received"), own.Text, StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Timeline.Message.Sent"), own.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["order.message-received", "order.message-sent"],
            await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.SubjectId == $"{order.Id}" && entry.Action.StartsWith("order.message"))
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task What_can_not_be_sent_is_told_at_the_field_and_kept(string language)
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (customer, _) = await portal.FindAsync(order);
        using var __ = customer;
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        staff.AcceptLanguage = customer.AcceptLanguage = PortalWords.BrowserOf(language);
        foreach (var (browser, path) in new[]
        {
            (customer, PathOf(order)),
            (staff, $"/staff/orders/{order.RequestNumber}"),
        })
        {
            // A coordinator's pages are in the language of the profile.
            var spoken = (await browser.GetAsync(path)).Language!;
            async Task<string> Error(string typed)
            {
                var refused = await (await browser.GetAsync(path)).SubmitFormAsync(
                    "form[action$='/messages']", new() { ["Message"] = typed });
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
                Assert.Equal(typed.Trim(), refused.Value("Message")?.Trim());
                return refused.Errors["Message"];
            }

            Assert.Equal(portal.Words(spoken, "Correspondence.Message.Missing"), await Error(" \u200B "));
            Assert.Equal(
                portal.Words(spoken, "Shared.Error.TooLongBy|2000|1"),
                await Error(string.Concat(Enumerable.Repeat("🙂", 2001))));
        }

        Assert.Equal(0, await CountAsync(portal, order));
    }

    [Fact]
    public async Task Characters_are_counted_as_people_count_them()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (customer, _) = await portal.FindAsync(order);
        using var __ = customer;
        var text = string.Concat(Enumerable.Repeat("👍🏽", OrderMessage.TextLength));

        var sent = await (await customer.GetAsync(PathOf(order))).SubmitAsync(new() { ["Message"] = text });

        Assert.Equal(text, sent.Get(".message-list .as-typed").TextContent);
    }

    [Fact]
    public async Task One_customer_writes_ten_messages_in_a_quarter_of_an_hour()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (customer, _) = await portal.FindAsync(order);
        using var __ = customer;
        var form = await customer.GetAsync(PathOf(order));
        for (var number = 1; number <= MessagesToCoordinators.Most; number++)
        {
            var sent = await form.SubmitAsync(new() { ["Message"] = $"Number {number}" });
            Assert.Equal(HttpStatusCode.OK, sent.Status);
        }

        var late = await form.SubmitAsync(new() { ["Message"] = "One more" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "900"), (late.Status, late.Headers["Retry-After"]));
        Assert.Equal(portal.Words("en", "Managing.Messages.TooMany|15 minutes"), late.Errors["Message"]);
        Assert.Equal("One more", late.Value("Message"));
        Assert.Equal(MessagesToCoordinators.Most, await CountAsync(portal, order));
    }

    [Fact]
    public async Task A_host_writes_signed_in_and_is_answered_beside_the_contact()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var page = await (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).FollowAsync("#messages a");
        await page.SubmitAsync(new() { ["Message"] = Question });
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        await (await staff.GetAsync($"/staff/orders/{order.RequestNumber}")).SubmitFormAsync(
            "form[action$='/messages']", new() { ["Message"] = Answer });

        var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.Cause == MessageToCustomerMail.Cause)
            .ToDictionaryAsync(mail => mail.Recipient, mail => mail.TextBody));

        Assert.Equal([Customers.Email, Journeys.Host], mails.Keys.Order());
        Assert.Contains("assist/manage/open?token=", mails[Customers.Email], StringComparison.Ordinal);
        Assert.Contains($"resources/orders/{order.RequestNumber}", mails[Journeys.Host], StringComparison.Ordinal);
        Assert.DoesNotContain("token", mails[Journeys.Host], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unanswered_message_outlives_the_order_and_can_be_dealt_with()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (customer, _) = await portal.FindAsync(order);
        using var __ = customer;
        await (await customer.GetAsync(PathOf(order))).SubmitAsync(new() { ["Message"] = Question });
        await (await customer.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]");
        Assert.Equal([AttentionReason.Unanswered], await ReasonsAsync(portal, order));

        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        await (await staff.GetAsync($"/staff/orders/{order.RequestNumber}")).SubmitFormAsync("form[action$='/settle']");

        Assert.Empty(await ReasonsAsync(portal, order));
    }

    [Fact]
    public async Task Staff_write_to_no_order_that_is_not_there()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var fields = (await staff.GetAsync($"/staff/orders/{order.RequestNumber}"))
            .Prepare(new() { ["Message"] = Answer }, "form[action$='/messages'] button").Fields;

        var answer = await staff.PostAsync($"/staff/orders/{RequestNumber.Random()}/messages", fields);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    internal static string PathOf(Order order) => $"/assist/manage/{order.RequestNumber}/messages";

    internal static Task<int> CountAsync(PortalFactory portal, Order order) => portal.InDatabaseAsync(
        db => db.Set<OrderMessage>().CountAsync(message => message.OrderId == order.Id));

    private static Task<List<AttentionReason>> ReasonsAsync(PortalFactory portal, Order order) =>
        portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.OrderId == order.Id)
            .Select(item => item.Reason)
            .ToListAsync());
}
