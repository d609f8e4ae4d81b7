using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>In which language the portal writes to producers and coordinators.</summary>
public sealed class MailLanguageTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task Mails_come_in_the_language_that_was_chosen_for_them_whatever_that_of_the_pages()
    {
        const string Producer = "producer@demo.example";
        await staff.Portal.LeaveOneProducerAsync();
        using var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync(Producer);
        var page = await browser.GetAsync("/account/mail");
        Assert.Equal("", page.Value("MailLanguage"));
        var wrong = await page.SubmitAsync(new() { ["MailLanguage"] = "tlh" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("MailLanguage", wrong.Errors.Keys);
        var saved = await page.SubmitAsync(new() { ["MailLanguage"] = "zh-Hant" });
        Assert.Equal(("en", "zh-Hant"), (saved.Language, saved.Value("MailLanguage")));
        var order = await staff.Portal.PlaceAsync();
        Assert.Equal("zh-Hant", await LanguageAsync($"{order.Id}"));

        // Without a choice, mails follow the pages as before.
        await saved.SubmitAsync(new() { ["MailLanguage"] = "" });
        Assert.Null(await staff.Portal.InDatabaseAsync(db => db.Users
            .Where(user => user.UserName == Producer).Select(user => user.MailLanguage).SingleAsync()));
        Assert.Equal("en", await LanguageAsync($"{(await staff.Portal.PlaceAsync()).Id}"));
    }

    [Fact]
    public async Task Hosts_choose_it_too_for_what_they_order_themselves_and_for_what_is_written_to_them()
    {
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var page = await host.GetAsync("/account/mail");
        Assert.Null(page.Find("[name=Delivery]"));
        Assert.Equal("zh-Hant", (await page.SubmitAsync(new() { ["MailLanguage"] = "zh-Hant" })).Value("MailLanguage"));

        // The contact is the host; or somebody else, for whom the language of the page counts.
        var own = await OrderAsync();
        var (confirmed, _) = (await staff.Portal.MailsAboutAsync($"{own.Id}")).Single(
            mail => mail.Row.Cause == OrderPlacedMail.Cause);
        Assert.Equal((Journeys.Host, "zh-Hant"), (confirmed.Recipient, confirmed.Language));
        var order = await OrderAsync("assistant@northwind.example");
        var message = await (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).FollowAsync(
            "#messages a");
        await message.SubmitAsync(new() { ["Message"] = "Who will assist?" });
        await (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}")).SubmitFormAsync(
            "form[action$='/messages']", new() { ["Message"] = "Olivia will." });
        Assert.Equal(
            [("assistant@northwind.example", "en"), (Journeys.Host, "zh-Hant")],
            (await staff.Portal.MailsAboutAsync($"{order.Id}"))
                .Where(mail => mail.Row.Cause == MessageToCustomerMail.Cause)
                .Select(mail => (mail.Row.Recipient, mail.Row.Language))
                .Order());

        async Task<Order> OrderAsync(string? contact = null)
        {
            var fields = FreeMoment.Next().Fields();
            if (contact is not null)
            {
                fields["Email"] = contact;
            }

            var lookup = (await (await host.BeginAsync()).SubmitAsync(fields)).At("meeting-lookup");
            var event_ = (await lookup.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
            return await staff.Portal.ReadAsync(
                (await event_.SubmitAsync(Journeys.EventFields())).At("confirmation").RequestNumber());
        }
    }

    private Task<string> LanguageAsync(string orderId) => staff.Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
        .Where(mail => mail.SubjectId == orderId && mail.Cause == ProducerAssignedMail.Cause)
        .Select(mail => mail.Language).SingleAsync());
}
