using System.Net;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>A producer accepts or declines an assignment.</summary>
public sealed class AssignmentAnswerTests(StaffAtWork staff) : IClassFixture<StaffAtWork>, IAsyncLifetime
{
    private const string Olivia = "producer@demo.example";
    private const string Jonas = "jonas.weber@producers.example";

    private readonly PortalClient browser = staff.Portal.CreatePortalClient();

    private PortalFactory Portal => staff.Portal;

    public Task InitializeAsync() => browser.SignInAsync(Olivia);

    public Task DisposeAsync()
    {
        browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_assignment_is_accepted_once_and_asked_anew_when_the_order_moves()
    {
        var order = await PlaceAsync(Olivia);
        var path = $"/producer/orders/{order.RequestNumber}";
        var mail = await MailAsync(order, ProducerAssignedMail.Cause, Olivia);
        Assert.Contains(path, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Words("State.Open"), await CardAsync(order), StringComparison.Ordinal);
        Assert.Contains(StaffWords("Answer.Open"), await AtDeskAsync(order), StringComparison.Ordinal);

        var (first, second) = (await browser.GetAsync(path), await browser.GetAsync(path));
        // The number may be typed by whatever keyboard.
        var (action, fields) = first.Prepare(button: "#accept button");
        var wide = string.Concat($"{order.RequestNumber}".Select(sign => (char)(sign + 0xFEE0)));
        var typed = action.Replace($"{order.RequestNumber}", wide, StringComparison.Ordinal);
        Assert.Contains(
            Words("Done.Accepted"), (await browser.PostAsync(typed, fields)).Text, StringComparison.Ordinal);
        Assert.Contains(
            Words("Done.Accepted"), (await second.SubmitFormAsync("#accept")).Text, StringComparison.Ordinal);
        Assert.Single(await Portal.AuditAsync("assignment.accepted", $"{order.Id}"));
        Assert.Contains(Words("State.Accepted"), await CardAsync(order), StringComparison.Ordinal);
        Assert.Contains(
            StaffWords("Answer.Accepted|").TrimEnd(), await AtDeskAsync(order), StringComparison.Ordinal);
        Assert.Contains(
            Portal.Words("en", "Timeline.Done.assignment.accepted"),
            (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}")).Text,
            StringComparison.Ordinal);

        // What was open when the order moved says nothing to its new time; what was typed goes with the old one.
        var stale = await browser.GetAsync(path);
        var move = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        await move.SubmitAsync(Customers.To(FreeMoment.Next()));
        var refused = await stale.SubmitFormAsync("#decline", new() { ["Reason"] = "Away" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Words("Refused.Changed"), refused.Text, StringComparison.Ordinal);
        Assert.Contains(Words("Ask"), refused.Text, StringComparison.Ordinal);
        Assert.Contains(StaffWords("Answer.Open"), await AtDeskAsync(order), StringComparison.Ordinal);
        var moved = await MailAsync(order, ProducerMovedMail.Cause, Olivia);
        Assert.Contains(path, moved.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decline_with_its_reason_goes_to_whoever_is_free_and_not_back_to_who_has_declined()
    {
        var order = await PlaceAsync(Olivia);

        // Early in the morning, when nothing else is reserved and both are at work.
        var early = order.Time.LocalStart.Date.PlusDays(-7) + new LocalTime(7, 30);
        var session = await Portal.AddSessionAsync(
            order, early.InZoneStrictly(order.Time.LocalStart.Zone).ToInstant());
        await OnlyAsync(Olivia, Jonas);
        var path = $"/producer/orders/{order.RequestNumber}";
        var (page, stale) = (await browser.GetAsync(path), await browser.GetAsync(path));
        var again = await page.SubmitFormAsync("#decline", new() { ["Reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Words("Reason.Error"), again.Errors.Values);
        var left = await again.SubmitFormAsync("#decline", new() { ["Reason"] = "At the dentist’s" });
        Assert.Equal("/producer", left.Path);
        Assert.Contains(Words($"Done.Covered|{order.RequestNumber}"), left.Text, StringComparison.Ordinal);

        var jonas = await ProducerIdAsync(Jonas);
        Assert.Equal(jonas, (await Portal.ReadAsync(order.RequestNumber)).ProducerId);
        Assert.Equal(jonas, (await Portal.SessionsAsync(order)).Single(item => item.Id == session.Id).ProducerId);
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Declined));
        await MailAsync(order, ProducerReleasedMail.Cause, Olivia);
        await MailAsync(order, ProducerAssignedMail.Cause, Jonas);
        await MailAsync(order, ProducerChangedMail.Cause, order.Contact.Email);
        var desk = await AtDeskAsync(order);
        Assert.Contains("Olivia Carter", desk, StringComparison.Ordinal);
        Assert.Contains("At the dentist’s", desk, StringComparison.Ordinal);
        Assert.Contains(StaffWords("Answer.Open"), desk, StringComparison.Ordinal);
        Assert.Contains(
            Portal.Words("en", "Timeline.Reason.Declined"),
            (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}")).Text,
            StringComparison.Ordinal);

        // The former page, and the link of the former mail, lead to what is there now.
        foreach (var gone in new[] { await stale.SubmitFormAsync("#accept"), await browser.GetAsync(path) })
        {
            Assert.Equal(("/producer", HttpStatusCode.OK), (gone.Path, gone.Status));
            Assert.Contains(Words("Gone"), gone.Text, StringComparison.Ordinal);
        }

        Assert.Equal(ReplyOutcome.Declined, await DeclineAsync(order, jonas));
        Assert.Equal(jonas, (await Portal.ReadAsync(order.RequestNumber)).ProducerId);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Declined));
    }

    [Fact]
    public async Task Where_nobody_is_free_the_order_stays_and_the_desk_decides()
    {
        var order = await PlaceAsync(Olivia);
        var path = $"/producer/orders/{order.RequestNumber}";
        var (page, stale) = (await browser.GetAsync(path), await browser.GetAsync(path));
        var stays = await page.SubmitFormAsync("#decline", new() { ["Reason"] = "A <b>wedding</b>" });
        Assert.Equal(path, stays.Path);
        Assert.Contains(Words("Done.Declined"), stays.Text, StringComparison.Ordinal);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Declined));
        await MailAsync(order, CoordinatorAlertMail.CauseOf(CoordinatorAlert.Declined), "coordinator@demo.example");
        var desk = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains("A <b>wedding</b>", desk.Get("#attention").TextContent, StringComparison.Ordinal);
        Assert.NotNull(desk.Find("#attention a[href$='/producer']"));

        var refused = await stale.SubmitFormAsync("#accept");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Words("Refused.AnsweredMeanwhile"), refused.Text, StringComparison.Ordinal);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Declined));
        await stays.SubmitFormAsync("#accept");
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Declined));

        // A further decline is told of too; the same one, said again, is not.
        await DeclineAsync(order, order.ProducerId);
        await DeclineAsync(order, order.ProducerId);
        Assert.True(await Portal.NeedsAsync(order, AttentionReason.Declined));
        Assert.Equal(2, (await Portal.MailsAboutAsync($"{order.Id}")).Count(mail =>
            mail.Row.Cause == CoordinatorAlertMail.CauseOf(CoordinatorAlert.Declined)
            && mail.Row.Recipient == "coordinator@demo.example"));
        await OnlyAsync(Olivia, Jonas);
        var assign = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/producer");
        await assign.SubmitAsync(new() { ["ProducerId"] = $"{await ProducerIdAsync(Jonas)}" });
        Assert.False(await Portal.NeedsAsync(order, AttentionReason.Declined));
    }

    [Fact]
    public async Task What_has_begun_or_is_cancelled_takes_no_answer()
    {
        var (begun, cancelled) = (await PlaceAsync(Olivia), await PlaceAsync(Olivia));
        var page = await browser.GetAsync($"/producer/orders/{cancelled.RequestNumber}");
        var cancel = await staff.Browser.GetAsync($"/staff/orders/{cancelled.RequestNumber}/cancel");
        await cancel.SubmitAsync(new() { ["Reason"] = "Called off" });
        Assert.Equal(OrderState.Cancelled, (await Portal.ReadAsync(cancelled.RequestNumber)).State);
        var late = await page.SubmitFormAsync("#decline", new() { ["Reason"] = "Away" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(Words("Refused.TooLate"), late.Text, StringComparison.Ordinal);

        var (action, fields) = (await browser.GetAsync($"/producer/orders/{begun.RequestNumber}")).Prepare(
            button: "#accept button");
        var now = Portal.Clock.GetCurrentInstant();
        Portal.Clock.Reset(begun.Time.Start + Duration.FromMinutes(1));
        using var another = Portal.CreatePortalClient();
        await another.SignInAsync(Olivia);
        var token = (await another.GetAsync("/producer/time-off")).Value("__RequestVerificationToken")!;
        late = await another.PostAsync(action, [.. fields.Select(field => field.Key == "__RequestVerificationToken"
            ? KeyValuePair.Create(field.Key, token)
            : field)]);
        Portal.Clock.Reset(now);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(Words("Refused.TooLate"), late.Text, StringComparison.Ordinal);
        Assert.Null(late.Find("#accept"));
        Assert.Empty(await Portal.AuditAsync("assignment.accepted", $"{begun.Id}"));
    }

    private string Words(string key) => Portal.Words("en", $"Producers.Answer.{key}");

    private string StaffWords(string key) => Portal.Words("en", $"StaffOrder.{key}");

    private async Task<string> CardAsync(Order order) => (await browser.GetAsync("/producer"))
        .Get($".order-card:has(a[href='/producer/orders/{order.RequestNumber}'])").TextContent;

    private async Task<string> AtDeskAsync(Order order) =>
        (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}")).Get("#ordered").TextContent;

    private async Task<Order> PlaceAsync(string producer)
    {
        await OnlyAsync(producer);
        return await Portal.PlaceAsync();
    }

    private Task OnlyAsync(params string[] working) => Portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Producer>(), producer => producer.SetActive(working.Contains(producer.Email))));

    private Task<int> ProducerIdAsync(string email) => Portal.InDatabaseAsync(db =>
        db.Set<Producer>().Where(item => item.Email == email).Select(item => item.Id).SingleAsync());

    private async Task<ReplyOutcome> DeclineAsync(Order order, int producerId)
    {
        var reservation = await Portal.ReservationAsync(order);
        await using var scope = Portal.Services.CreateAsyncScope();
        var answers = scope.ServiceProvider.GetRequiredService<AssignmentAnswers>();
        var said = (await answers.OfOrderAsync(order.Id, CancellationToken.None)).Present;
        return await scope.ServiceProvider.GetRequiredService<AssignmentReplies>().DeclineAsync(
            new SeenAssignment(order.Id, producerId, reservation.Id, said?.Version ?? 0),
            "I can’t",
            await Portal.InDatabaseAsync(db => db.Users.Select(user => user.Id).FirstAsync()),
            CancellationToken.None);
    }

    private Task<OutboxMail> MailAsync(Order order, string cause, string recipient)
    {
        var id = $"{order.Id}";
        return Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .SingleAsync(mail => mail.SubjectId == id && mail.Cause == cause && mail.Recipient == recipient));
    }
}
