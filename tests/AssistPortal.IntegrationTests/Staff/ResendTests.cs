using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Case D1: a mail is sent again only while it tells the truth, under a date of its own.</summary>
public sealed class ResendTests : IAsyncLifetime
{
    private readonly MailFixture room = new();

    public Task InitializeAsync() => room.InitializeAsync();

    public Task DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task D1_a_mail_that_no_longer_tells_the_truth_is_refused_and_the_present_one_offered()
    {
        var order = await room.Portal.PlaceAsync(new FreeMoment(new LocalDateTime(2027, 3, 24, 9, 0)));
        var staff = $"/staff/orders/{order.RequestNumber}";
        await room.SendAsync();
        var (placed, assigned) = (await MailAsync(order, "order.placed"), await MailAsync(order, "producer.assigned"));
        var asked = await room.Browser.GetAsync($"/staff/mail/{placed.Id}/resend");
        room.Portal.Clock.Advance(Duration.FromMinutes(5));

        var later = order.Time.LocalStart.PlusHours(24);
        var moved = await (await room.Browser.GetAsync($"{staff}/move")).SubmitAsync(
            new() { ["StartDate"] = $"{later.Date:uuuu-MM-dd}", ["StartTime"] = $"{later.TimeOfDay:HH:mm}" });
        Assert.True(moved.Status == HttpStatusCode.OK, moved.Describe());
        await room.SendAsync();
        var updated = await MailAsync(order, "order.updated");
        await AssertRefusedAsync(await asked.SubmitAsync(), placed, "Moved");
        var page = await room.Browser.GetAsync($"/staff/mail/{placed.Id}/resend");
        Assert.Equal($"/staff/mail/{placed.Id}", page.Path);
        Assert.Empty(page.All("#resend-form, .page-actions a[href$='/resend']"));

        room.Portal.Clock.Advance(Duration.FromHours(1));
        var again = await page.FollowAsync("#outdated a");
        Assert.Equal($"/staff/mail/{updated.Id}/resend", again.Path);
        await again.SubmitAsync();
        var source = await room.OpenAsync(updated.Id, "source");
        var date = room.Portal.Clock.GetCurrentInstant().ToDateTimeOffset().ToString("r")[..22];
        Assert.Contains($"Date: {date}", source.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", source.Text, StringComparison.Ordinal);
        await room.SendAsync();

        // A digest with an outdated mail in it offers those that are true.
        var digest = await room.WriteAsync(
            mail => mail with { Cause = "mail.digest", Recipient = assigned.Recipient, SubjectId = "digest" });
        await room.SendAsync();
        var changed = await MailAsync(order, "producer.%", assigned.Recipient, assigned.Id);
        await room.Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.Id == assigned.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DigestId, digest.Id)));
        var whole = await room.OpenAsync(digest.Id);
        Assert.Contains(
            room.Words("StaffMail.Outdated.Digest"), whole.Get("#outdated").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/staff/mail/{changed.Id}/resend", whole.Get("#outdated a").GetAttribute("href"));

        asked = await room.Browser.GetAsync($"/staff/mail/{updated.Id}/resend");
        room.Portal.Clock.Advance(Duration.FromMinutes(5));
        var cancelled = await (await room.Browser.GetAsync($"{staff}/cancel")).SubmitAsync();
        Assert.True(cancelled.Status == HttpStatusCode.OK, cancelled.Describe());
        await AssertRefusedAsync(await asked.SubmitAsync(), updated, "Cancelled");
        var end = await MailAsync(order, "order.cancelled");
        Assert.Equal(
            $"/staff/mail/{end.Id}/resend",
            (await room.OpenAsync(placed.Id)).Get("#outdated a").GetAttribute("href"));
        Assert.NotNull((await room.OpenAsync(end.Id)).Find("#resend-form"));
    }

    private async Task AssertRefusedAsync(PortalPage told, OutboxMail mail, string reason)
    {
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains(
            room.Words($"StaffMail.Outdated.{reason}"),
            told.Get("#outdated[role=alert]").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(OutboxMailState.Sent, (await room.ReadAsync(mail.Id)).State);
    }

    /// <summary>The last mail about the order with such a cause that is not the other one.</summary>
    private Task<OutboxMail> MailAsync(Order order, string cause, string? recipient = null, Guid other = default)
    {
        var subjectId = $"{order.Id}";
        return room.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == subjectId && mail.Id != other)
            .Where(mail => recipient == null || mail.Recipient == recipient)
            .Where(mail => EF.Functions.Like(mail.Cause, cause))
            .OrderByDescending(mail => mail.CreatedAt)
            .FirstAsync());
    }
}
