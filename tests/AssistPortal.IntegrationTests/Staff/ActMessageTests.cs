using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What coordinators say to the customer with an act: in its mail, and in the order's thread.</summary>
public sealed class ActMessageTests
{
    private const string Words = "Sorry for the <trouble>,\nwe call you today.";

    [Fact]
    public async Task A_message_goes_with_each_act_that_mails_the_customer()
    {
        await using var portal = new PortalFactory();
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync(
            moment: new FreeMoment(new(2027, 3, 9, 12, 0)),
            changes: new(StringComparer.Ordinal) { ["Language"] = "de" })).RequestNumber();
        var order = await portal.ReadAsync(number);
        var path = $"/staff/orders/{number}";

        // A customer who waits for an answer has it.
        await host.GetAsync($"/resources/orders/{number}");
        var move = Customers.To(new FreeMoment(new(2027, 3, 10, 12, 0)));
        await ActAsync("move", OrderUpdatedMail.Cause, form => form.SubmitAsync(Saying(move, 1)), 1);
        await ActAsync("producer", ProducerChangedMail.Cause, form => form.SubmitAsync(Saying(
            new() { ["ProducerId"] = form.Get("input[name=ProducerId]").GetAttribute("value") }, 2)), 2);
        await ActAsync("language", LanguageAnswerMail.Cause, form => form.SubmitAsync(Saying(
            new() { ["Confirmed"] = "yes" }, 3)), 3);
        await ActAsync("sessions", SessionMail.CauseOf(SessionAct.Scheduled, SessionReader.Customer), async form =>
            await (await form.PickAsync()).SubmitAsync(Saying(new(), 4)), 4);
        var session = Assert.Single(await portal.SessionsAsync(order));
        await ActAsync(
            $"sessions/{session.Id}/cancel",
            SessionMail.CauseOf(SessionAct.Cancelled, SessionReader.Customer),
            form => form.SubmitAsync(Saying(new(), 5)),
            5);

        var tooLong = await (await staff.GetAsync($"{path}/cancel")).SubmitAsync(
            new(StringComparer.Ordinal) { ["Fee"] = "charge", ["MessageToCustomer"] = new string('x', 2001) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Equal(["MessageToCustomer"], tooLong.Errors.Keys);
        await ActAsync("cancel", OrderCancelledMail.Cause, form => form.SubmitAsync(Saying(
            new() { ["Fee"] = "charge" }, 6)), 6);
        var other = await portal.ReadAsync((await host.OrderAsync()).RequestNumber());
        portal.Clock.Reset(other.Time.End + Duration.FromHours(1));
        await staff.CompleteAsync(other, Saying(new(), 7));
        Assert.Contains("(7)", (await MailAsync(other, ReportReadyMail.Cause)).TextBody, StringComparison.Ordinal);

        async Task ActAsync(string act, string cause, Func<PortalPage, Task<PortalPage>> submit, int count)
        {
            var page = await submit(await staff.GetAsync($"{path}/{act}"));
            Assert.True(page.Path == path, page.Describe());
            Assert.Equal(count, page.All(".message-list .as-typed").Count);
            var mail = await MailAsync(order, cause);
            Assert.Contains(
                $"> Sorry for the <trouble>,\r\n> we call you today. ({count})",
                mail.TextBody,
                StringComparison.Ordinal);
            Assert.Contains("&lt;trouble&gt;", mail.HtmlBody, StringComparison.Ordinal);
        }

        Task<OutboxMail> MailAsync(Order about, string cause) => portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().AsNoTracking()
                .Where(mail => mail.Cause == cause && mail.Recipient == about.Contact.Email)
                .OrderByDescending(mail => mail.CreatedAt)
                .FirstAsync());
    }

    private static Dictionary<string, string?> Saying(Dictionary<string, string?> fields, int number) =>
        new(fields, StringComparer.Ordinal) { ["MessageToCustomer"] = $"{Words} ({number})" };
}
