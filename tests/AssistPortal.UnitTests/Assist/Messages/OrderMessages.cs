using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Texts;

namespace AssistPortal.UnitTests.Assist.Messages;

/// <summary>The messages of an order, composed and rendered as the outbox would have them.</summary>
internal static class OrderMessages
{
    public static readonly MailOptions Options = new() { ReplyTo = "coordinators@portal.example" };

    public static OrderCalendar Calendar => new(
        Localizers.Of<AssistTexts>(),
        Address,
        Microsoft.Extensions.Options.Options.Create(Options),
        TestClock.AtStartOfDecember2026());

    private static PortalAddress Address => new(new Uri("https://portal.example/base/"));

    public static Order Order(string language, EventDetails? details = null) =>
        SampleOrder.Placed(SampleOrder.Command() with
        {
            PageLanguage = language, Event = details ?? SampleOrder.Event,
        });

    public static OrderMailParts Parts => new(
        Localizers.Of<AssistTexts>(),
        new Wording(Localizers.Of<AssistTexts>()),
        Calendar,
        Address,
        Microsoft.Extensions.Options.Options.Create(Options));

    public static OrderWithRelations Whole(Order order) =>
        new(order, SampleOrder.Package(), SampleOrder.Site(), SampleOrder.Producer());

    public static MailToWrite Placed(Order order) =>
        new OrderPlacedMail(Localizers.Of<AssistTexts>(), Parts).For(Whole(order));

    public static MailContent Render(MailToWrite mail) =>
        new MailRenderer(Localizers.Of<MailTexts>(), Microsoft.Extensions.Options.Options.Create(Options))
            .Render(mail, SampleOrder.Now);
}
