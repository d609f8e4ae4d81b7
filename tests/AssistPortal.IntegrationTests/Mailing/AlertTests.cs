using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class AlertTests
{
    private const string Coordinator = "coordinator@demo.example";

    [Fact]
    public async Task Another_language_than_English_is_told_to_the_coordinators_who_come_to_the_order_by_the_link()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync(changes: new() { ["Language"] = "ja" })).RequestNumber();
        var order = await portal.ReadAsync(number);

        var mail = await post.WaitAsync(item => item.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Language)
            && item.SubjectId == $"{order.Id}");
        Assert.Equal(Coordinator, mail.Recipient);
        Assert.Contains("Japanese", mail.TextBody, StringComparison.Ordinal);

        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var link = mail.TextBody.Split()
            .Single(word => word.StartsWith(PortalFactory.PublicAddress, StringComparison.Ordinal));
        var page = await staff.GetAsync(new Uri(link).AbsolutePath);
        Assert.Contains(order.Event.Topic, page.Heading, StringComparison.Ordinal);
        Assert.Null(page.Find("#address-fails"));
    }

    [Fact]
    public async Task Coordinators_whose_account_is_deactivated_are_told_nothing()
    {
        await using var portal = new PortalFactory();
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == Coordinator), user => user.LockoutEnd = PortalUser.Forever));
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await host.OrderAsync(changes: new() { ["Language"] = "ja" });
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AnyAsync(mail => mail.Recipient == Coordinator)));
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_is_told_and_flagged_at_the_order_until_it_does()
    {
        var post = new FakePost { Unknown = "typo@customer.example" };
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync(email: post.Unknown);

        var alert = await post.WaitAsync(item => item.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Address));
        Assert.Equal(($"{order.Id}", Coordinator), (alert.SubjectId, alert.Recipient));
        Assert.Contains(order.Contact.Phone, alert.TextBody, StringComparison.Ordinal);
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var flagged = await staff.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains(order.Contact.Phone, flagged.Get("#address-fails").TextContent, StringComparison.Ordinal);

        // A second mail that fails does not alert again; once one goes through, the flag is down.
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        (await flagged.SubmitFormAsync("form[action$='/access-link']")).At($"{order.RequestNumber}");
        await WaitForAsync<OutboxMail>(
            portal, mail => mail.Cause == AccessLinkMail.Cause && mail.State == OutboxMailState.Failed);
        Assert.Equal(
            1, await portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Cause == alert.Cause)));
        post.Unknown = null;
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await flagged.SubmitFormAsync("form[action$='/access-link']");
        await post.WaitAsync(item => item.Cause == AccessLinkMail.Cause);
        await WaitForAsync<OutboxMail>(
            portal, mail => mail.Cause == AccessLinkMail.Cause && mail.State == OutboxMailState.Sent);
        Assert.Null((await staff.GetAsync($"/staff/orders/{order.RequestNumber}")).Find("#address-fails"));
    }

    [Fact]
    public async Task A_mail_that_failed_needs_somebody_until_it_is_sent_again()
    {
        var post = new FakePost { Unknown = "away@customer.example", Failure = MailFailure.Refused };
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync(email: post.Unknown);
        await WaitForAsync<OrderAttention>(
            portal, item => item.OrderId == order.Id && item.Reason == AttentionReason.MailFailed);

        post.Unknown = null;
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var mail = await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(item => item.State == OutboxMailState.Failed));
        await (await staff.GetAsync($"/staff/mail/{mail.Id}")).SubmitFormAsync("#resend-form");
        await WaitForAsync<OutboxMail>(portal, item => item.Id == mail.Id && item.State == OutboxMailState.Sent);
        await WaitForAsync(() => portal.InDatabaseAsync(async db => !await db.Set<OrderAttention>()
            .AnyAsync(item => item.OrderId == order.Id && item.Reason == AttentionReason.MailFailed)));
    }

    [Fact]
    public async Task A_cancellation_that_could_not_be_mailed_needs_somebody_too()
    {
        var post = new FakePost { Failure = MailFailure.Refused };
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync();
        await post.WaitAsync(mail => mail.SubjectId == $"{order.Id}" && mail.Recipient == order.Contact.Email);
        post.Unknown = order.Contact.Email;
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        await (await browser.GetAsync(
            $"/assist/manage/{order.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
        await WaitForAsync<OrderAttention>(
            portal, item => item.OrderId == order.Id && item.Reason == AttentionReason.MailFailed);
    }

    [Fact]
    public async Task A_new_link_ends_the_former_ones()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync();
        var first = LinkIn(await post.WaitAsync(mail => mail.Cause == OrderPlacedMail.Cause));
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var sent = await (await staff.GetAsync($"/staff/orders/{order.RequestNumber}")).SubmitFormAsync(
            "form[action$='/access-link']");
        Assert.Contains(
            portal.Words("en", $"StaffOrder.Link.Sent|{order.Contact.Email}"), sent.Text, StringComparison.Ordinal);

        var second = LinkIn(await post.WaitAsync(mail => mail.Cause == AccessLinkMail.Cause));
        Assert.NotEqual(first, second);
        using var browser = portal.CreatePortalClient();
        Assert.Contains(
            portal.Words("en", "Managing.Link.Ended"),
            (await (await browser.GetAsync(first)).SubmitAsync()).Text,
            StringComparison.Ordinal);
        (await (await browser.GetAsync(second)).SubmitAsync()).At("availability");
        Assert.Equal("order.link-sent", await portal.InDatabaseAsync(db => db.AuditEntries
            .Where(entry => entry.SubjectId == $"{order.Id}" && entry.ActorId != null)
            .OrderByDescending(entry => entry.Id).Select(entry => entry.Action).FirstAsync()));
    }

    [Fact]
    public async Task Nobody_gets_a_link_that_would_open_no_more()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        var page = await staff.GetAsync($"/staff/orders/{order.RequestNumber}");
        portal.Clock.Reset(order.Time.End + NodaTime.Duration.FromDays(180));
        await staff.SignInAsync(Coordinator);
        var late = await staff.PostAsync(
            page.Path + "/access-link", page.Prepare(button: "form[action$='/access-link'] button").Fields);
        Assert.DoesNotContain("form[action$='/access-link']", late.Source, StringComparison.Ordinal);
        Assert.Equal(0, await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().CountAsync(mail => mail.Cause == AccessLinkMail.Cause)));
    }

    private static string LinkIn(OutboxMail mail) => new Uri(mail.TextBody.Split()
        .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal))).PathAndQuery;

    private static Task WaitForAsync<T>(PortalFactory portal, System.Linq.Expressions.Expression<Func<T, bool>> isThere)
        where T : class => WaitForAsync(() => portal.InDatabaseAsync(db => db.Set<T>().AnyAsync(isThere)));

    private static async Task WaitForAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
