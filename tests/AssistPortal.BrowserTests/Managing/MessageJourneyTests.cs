using AssistPortal.Assist.Orders;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Orders.Correspondence;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Managing;

/// <summary>A customer writes to the coordinators, who answer; the mail leads the customer to it.</summary>
public sealed class MessageJourneyTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";
    private const string Question = "Two speakers join by phone.\nCan they test before?";
    private const string Answer = "Yes, on Monday at ten.";

    [Theory]
    [InlineData("en", "light", 1280, true)]
    [InlineData("zh-Hant", "dark", 375, false)]
    public async Task A_message_there_and_back(string language, string theme, int width, bool script)
    {
        var look = new Look(language, theme, width) { Script = script };
        var order = await Portal.PlaceAsync(email: $"{language}-{theme}@customer.example", language: language);
        await VisitAsync(look, visitor => WriteAsync(visitor, order));
        await VisitAsHostAsync(look, visitor => AnswerAsync(visitor, order), Coordinator);
        var mail = (await Portal.MailsAboutAsync($"{order.Id}"))
            .Single(mail => mail.Row.Cause == "order.message");
        var link = mail.Read.Text!.Split()
            .Single(word => word.Contains("/assist/manage/open", StringComparison.Ordinal));
        await VisitAsync(look, async visitor =>
        {
            await visitor.GoAsync(new Uri(link).PathAndQuery);
            await visitor.PressAsync("main form button");
            await Assertions.Expect(visitor.At(".message-list__item")).ToHaveCountAsync(2);
            await visitor.CheckAsync("messages-3-answered");
        });
    }

    private static async Task WriteAsync(Visitor visitor, Order order)
    {
        await visitor.GoAsync("/assist/manage");
        await visitor.At("#RequestNumber").FillAsync(order.RequestNumber.ToString());
        await visitor.At("#Email").FillAsync(order.Contact.Email);
        await visitor.PressAsync("main form button");
        await visitor.PressAsync("#messages a");
        visitor.Expect(422);
        await visitor.PressAsync("main form button");
        await Assertions.Expect(visitor.At("#Message-error")).ToContainTextAsync(
            Words.Of<CorrespondenceTexts>(visitor.Look.Language, "Message.Missing"));
        await visitor.CheckAsync("messages-1-error");
        await visitor.At("#Message").FillAsync(Question);
        await visitor.PressAsync("main form button");
        await Assertions.Expect(visitor.At(".message-list .as-typed")).ToHaveTextAsync(Question);
        await visitor.CheckAsync("messages-2-sent");
    }

    private static async Task AnswerAsync(Visitor visitor, Order order)
    {
        await visitor.GoAsync($"/staff/orders/{order.RequestNumber}");
        await visitor.CheckAsync("staff-order-unanswered");
        await visitor.At("#Message").FillAsync(Answer);
        await visitor.PressAsync("form[action$='/messages'] button");
        await Assertions.Expect(visitor.At(".message-list__item")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.At("#attention")).ToHaveCountAsync(0);
    }
}
