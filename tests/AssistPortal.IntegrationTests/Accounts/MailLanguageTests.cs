using System.Net;
using AssistPortal.Assist.Messages;
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

        // Without a choice, mails follow the pages as before; a host is not asked.
        await saved.SubmitAsync(new() { ["MailLanguage"] = "" });
        Assert.Null(await staff.Portal.InDatabaseAsync(db => db.Users
            .Where(user => user.UserName == Producer).Select(user => user.MailLanguage).SingleAsync()));
        Assert.Equal("en", await LanguageAsync($"{(await staff.Portal.PlaceAsync()).Id}"));
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        Assert.Null((await host.GetAsync("/account/mail")).Find("[name=MailLanguage]"));
    }

    private Task<string> LanguageAsync(string orderId) => staff.Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
        .Where(mail => mail.SubjectId == orderId && mail.Cause == ProducerAssignedMail.Cause)
        .Select(mail => mail.Language).SingleAsync());
}
