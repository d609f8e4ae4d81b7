using AssistPortal.Assist.Messages;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What can still be changed of an order whose event is over.</summary>
public sealed class OrderEditOverTests
{
    [Fact]
    public async Task From_the_start_on_only_who_is_written_to_can_be_corrected()
    {
        await using var staff = new PortalFactory();
        var order = await staff.PlaceAsync();
        using var browser = staff.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        var path = $"/staff/orders/{order.RequestNumber}";
        var early = await browser.GetAsync($"{path}/edit");
        staff.Clock.Reset(order.Time.End + Duration.FromHours(1));

        var late = await early.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Topic"] = "Too late", ["DurationMinutes"] = "120", ["LastName"] = "Corrected",
        });
        Assert.Equal(path, late.Path);
        var form = await browser.GetAsync($"{path}/edit");
        Assert.Null(form.Find("[name=Topic]"));
        Assert.Null(form.Find("[name=DurationMinutes]"));
        await form.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Email"] = "after@customer.example", ["ReportEmail"] = "report@customer.example",
        });

        var edited = await staff.ReadAsync(order.RequestNumber);
        Assert.Equal(
            ("Corrected", "after@customer.example", "report@customer.example"),
            (edited.Contact.LastName, edited.Contact.Email, edited.ReportEmail));
        Assert.Equal(
            (order.Event.Topic, 60, order.StandardFeeMinor, 0),
            (edited.Event.Topic, edited.Time.DurationMinutes, edited.StandardFeeMinor, edited.CalendarSequence));
        var mails = await staff.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == OrderEditedMail.Cause).ToListAsync());
        Assert.All(mails, mail => Assert.Null(mail.CalendarMethod));
        Assert.Equal("after@customer.example", mails.MaxBy(mail => mail.Revision)!.Recipient);

        await (await browser.GetAsync($"{path}/cancel")).SubmitAsync(
            new(StringComparer.Ordinal) { ["Fee"] = "charge" });
        var cancelled = await browser.GetAsync($"{path}/edit");
        Assert.Null(cancelled.Find("[name=ReportEmail]"));
        await cancelled.SubmitAsync(new(StringComparer.Ordinal) { ["Company"] = "Another" });
        var last = await staff.ReadAsync(order.RequestNumber);
        Assert.Equal(("Another", "report@customer.example"), (last.Contact.Company, last.ReportEmail));
    }
}
