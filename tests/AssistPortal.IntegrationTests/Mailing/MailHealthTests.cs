using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class MailHealthTests
{
    [Fact]
    public async Task A_mail_that_is_stuck_degrades_the_health_until_it_is_sent()
    {
        var post = new FakePost { Unknown = "busy@customer.example", Failure = MailFailure.Deferred };
        await using var portal = PortalFactory.With(post.Setup);
        using var browser = portal.CreatePortalClient();
        await portal.PlaceAsync(email: post.Unknown);
        Assert.Equal("Healthy", (await browser.GetAsync("/health/ready")).Source);

        portal.Clock.Advance(Duration.FromMinutes(61));
        var stuck = await browser.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, stuck.Status);
        Assert.Equal("Degraded\nmail: Degraded. The oldest unsent mail has waited for 61 min.", stuck.Source);

        // An attempt that was still under way puts the mail off once more, by the clock of that moment.
        post.Unknown = null;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await browser.GetAsync("/health/ready")).Source != "Healthy")
        {
            portal.Clock.Advance(Duration.FromMinutes(5));
            await Task.Delay(50, patience.Token);
        }

        await post.WaitAsync(mail => mail.Recipient == "busy@customer.example");
    }
}
