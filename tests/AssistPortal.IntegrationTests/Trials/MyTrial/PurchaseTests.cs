using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

public sealed class PurchaseTests(CustomerPortal room) : IClassFixture<CustomerPortal>
{
    private PortalFactory Portal => room.Portal;

    [Fact]
    public async Task The_partners_administrators_hear_of_it_once_a_day_of_the_customers()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var trial = await room.TrialOfAsync(CustomerPortal.Customer);
        var page = await browser.GetAsync("/my-trial/subscription");
        Assert.Equal("button", page.Get("#buy").LocalName);

        var told = await page.SubmitAsync(button: "#buy");
        Assert.Equal("/my-trial/subscription", told.Path);
        Assert.Contains(
            Portal.Words("en", "MyTrial.Notice.Requested|Bluefin Networks"), told.Text, StringComparison.Ordinal);
        var mails = await MailsAsync(trial.Id);
        Assert.Equal(
            ["partner1b@demo.example", "partner@demo.example"],
            mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Nora Svensson", mail.TextBody, StringComparison.Ordinal));
        Assert.All(
            mails, mail => Assert.Contains($"/trials/{trial.Id}/convert", mail.TextBody, StringComparison.Ordinal));

        // Chicago's day ends at 06:00 UTC.
        Portal.Clock.Reset(Instant.FromUtc(2026, 12, 2, 6, 0) - Duration.Epsilon);
        told = await (await browser.GetAsync("/my-trial")).SubmitAsync(button: "#buy");
        Assert.Contains(
            Portal.Words("en", "MyTrial.Notice.RequestedBefore|Bluefin Networks"), told.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await MailsAsync(trial.Id)).Count);

        // Administrators of partners choose the language of mails as everybody does.
        using var partner = await room.SignedInAsync("partner@demo.example");
        await (await partner.GetAsync("/account/mail")).SubmitAsync(new() { ["MailLanguage"] = "zh-Hans" });
        Portal.Clock.Reset(Instant.FromUtc(2026, 12, 2, 6, 0));
        await (await browser.GetAsync("/my-trial")).SubmitAsync(button: "#buy");
        mails = await MailsAsync(trial.Id);
        Assert.Equal(4, mails.Count);
        Assert.Equal(
            ["en", "zh-Hans"],
            mails.Where(mail => mail.Recipient == "partner@demo.example").Select(mail => mail.Language).Order());
        Assert.Equal(2, await Portal.InDatabaseAsync(db => db.AuditEntries
            .CountAsync(
                entry => entry.Action == "trial.purchase-requested" && entry.SubjectId == trial.Id.ToString())));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_sent()
    {
        var userId = await room.UserIdAsync(CustomerPortal.OtherCustomer);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            room.WithAsync((PurchaseRequests requests) => requests.SendAsync(userId, CancellationToken.None))));

        Assert.Equal(1, outcomes.Count(outcome => outcome == PurchaseOutcome.Sent));
        Assert.Equal(4, outcomes.Count(outcome => outcome == PurchaseOutcome.SentBefore));
        var trial = await room.TrialOfAsync(CustomerPortal.OtherCustomer);
        Assert.Equal(["partner2@demo.example"], (await MailsAsync(trial.Id)).Select(mail => mail.Recipient));
    }

    [Fact]
    public async Task Who_has_paid_is_told_whom_to_call_and_nobody_is_mailed()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.PaidCustomer);
        var token = (await browser.GetAsync("/my-trial/users")).Prepare().Fields;
        using var response = await browser.SendOnceAsync(HttpMethod.Post, "/my-trial/request-purchase", [.. token]);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var told = await browser.GetAsync("/my-trial/subscription");
        Assert.Contains(
            Portal.Words("en", "MyTrial.Notice.Paid|Bluefin Networks"), told.Text, StringComparison.Ordinal);
        Assert.Empty(await MailsAsync((await room.TrialOfAsync(CustomerPortal.PaidCustomer)).Id));
    }

    private Task<List<OutboxMail>> MailsAsync(Guid trialId) =>
        Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == trialId.ToString() && mail.Cause == PurchaseRequestMail.Cause)
            .ToListAsync());
}
