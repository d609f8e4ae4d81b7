using AssistPortal.Assist.Messages;
using AssistPortal.Mail.Digests;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class MailChoiceTests
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

        portal.Clock.Set(Instant.FromUtc(2026, 12, 1, 11, 59));
        await WriteDigestsAsync(portal);
        Assert.DoesNotContain(post.Delivered, mail => mail.Recipient == Producer);

        portal.Clock.Set(Instant.FromUtc(2026, 12, 1, 12, 0));
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
        portal.Clock.Set(first.Time.Start - Duration.FromHours(47));
        var (browser, _) = await portal.FindAsync(first);
        using var __ = browser;
        await (await browser.GetAsync($"/assist/manage/{first.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
        var released = await post.WaitAsync(mail => mail.Recipient == Producer && mail.Cause == ProducerReleasedMail.Cause);
        Assert.Equal($"{first.Id}", released.SubjectId);
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
            Assert.Contains(portal.Words("en", "Accounts.Mail.Saved"), saved.Text, StringComparison.Ordinal);
            Assert.Equal(choice, saved.Get("input[name=Delivery]:checked").GetAttribute("value"));
            Assert.Equal(choice == "digest", await portal.InDatabaseAsync(db => db.Users
                .Where(user => user.Email == Producer).Select(user => user.WantsMailDigest).SingleAsync()));
        }
    }

    private static async Task ChooseAsync(PortalFactory portal, string choice)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Producer);
        await (await browser.GetAsync("/account/mail")).SubmitAsync(new() { ["Delivery"] = choice });
    }

    private static async Task WriteDigestsAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailDigests>().WriteDueAsync(CancellationToken.None);
    }
}
