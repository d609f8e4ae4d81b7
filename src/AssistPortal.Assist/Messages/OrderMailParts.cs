using System.Globalization;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What the mails about an order have in common, in the current culture.</summary>
internal sealed class OrderMailParts(
    IStringLocalizer<AssistTexts> texts,
    Wording wording,
    OrderCalendar calendar,
    PortalAddress address,
    IOptions<MailOptions> mail)
{
    private const string Open = $"assist/manage/open?token={OrderAccessTokens.MailedToken}";

    /// <summary>A mail to the order's contact, with the calendar entry as the order now is.</summary>
    /// <param name="cause">See <see cref="MailToWrite.Cause"/>.</param>
    /// <param name="whole">The order.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="body">Its content.</param>
    /// <param name="method">What becomes of the calendar entry; null sends none.</param>
    /// <param name="thread">Message-ID of the first mail of the order to the contact.</param>
    public MailToWrite ToCustomer(
        string cause,
        OrderWithRelations whole,
        string subject,
        MailBody body,
        CalendarMethod? method,
        string? thread) => new()
        {
            Cause = cause,
            SubjectId = whole.Order.Id.ToString(),
            Revision = whole.Order.CalendarSequence,
            Recipient = whole.Order.Contact.Email,
            RecipientName = Greeted(whole.Order),
            Language = whole.Order.PageLanguage,
            Subject = subject,
            Body = body,
            Calendar = method is { } asked ? new CalendarInvitation(asked, calendar.EventOf(whole)) : null,
            InReplyTo = thread,
        };

    public static string Greeted(Order order) => Wording.Name(order.Contact.FirstName, order.Contact.LastName);

    public static MailFact Contact(string label, Order order) => new(
        label, string.Join('\n', Greeted(order), order.Contact.Company, order.Contact.Email, order.Contact.Phone));

    /// <summary>How each mail to the contact begins: with what a coordinator says, if anything.</summary>
    public MailBody Begin(OrderWithRelations whole, string preheader, string heading)
    {
        var body = Greet(whole.Order, preheader, heading);
        return whole.Words is { } words
            ? body.Quote(texts["Message.Sent.Text", whole.Order.RequestNumber.ToString()], words)
            : body;
    }

    public MailBody Greet(Order order, string preheader, string heading) =>
        new MailBody(preheader).Heading(heading).Paragraph(texts["Placed.Greeting", Greeted(order)]);

    /// <summary>Which order it is.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="print">The names that its invoice prints; null for those of now.</param>
    public IEnumerable<MailFact> Short(OrderWithRelations whole, InvoicePrint? print = null) =>
        [.. Head(whole, print), Time(whole.Order.Time), new(texts["Word.Topic"], whole.Order.Event.Topic)];

    public IEnumerable<MailFact> Head(OrderWithRelations whole, InvoicePrint? print = null) =>
    [
        new(texts["Word.RequestNumber"], whole.Order.RequestNumber.ToString()),
        new(texts["Word.ServicePackage"], print?.PackageIn(CultureInfo.CurrentUICulture) ?? whole.PackageName),
        new(texts["Word.Site"], print?.Site ?? whole.Site.Name),
    ];

    public static MailFact Time(string label, EventTime time) =>
        new(label, $"{Wording.Span(time)}\n{Wording.Zone(time.LocalStart)}");

    public MailFact Time(EventTime time) => Time(texts["Word.DateTime"], time);

    public IEnumerable<MailFact> Event(Order order)
    {
        var details = order.Event;
        MailFact[] facts =
        [
            new(texts["Word.Topic"], details.Topic),
            new(texts["Word.MeetingNumber"], details.MeetingNumber),
            new(texts["Word.MeetingUrl"], details.MeetingUrl),
            new(texts["Word.Attendees"], details.ExpectedAttendees.ToString("N0", CultureInfo.CurrentCulture)),
            new(texts["Word.Presenters"], details.Presenters),
            new(texts["Word.Agenda"], details.Agenda),
            new(texts["Word.Recording"], wording.Recording(details.RecordingFormat)),
            new(texts["Word.Language"], Wording.Language(details.Language)),
            new(texts["Word.SessionWishes"], string.Join('\n', order.WishedTimes.Select(Wording.ZonedTime))),
            new(texts["Word.OtherComments"], details.OtherComments),
        ];
        return facts.Where(fact => fact.Value.Length > 0);
    }

    /// <summary>All of the order but what it costs.</summary>
    public MailBody AddDetails(MailBody body, OrderWithRelations whole)
    {
        var order = whole.Order;
        body.Facts([.. Head(whole), Time(order.Time), .. Event(order)]);
        return AddLanguageNote(body, order);
    }

    /// <summary>That the asked language is still to be answered, where it is.</summary>
    public MailBody AddLanguageNote(MailBody body, Order order) => order.LanguageAnswer == LanguageAnswer.Open
        ? body.Note(texts["Placed.Language", Wording.Language(order.Event.Language)])
        : body;

    /// <summary>What the order costs, and what cancelling it costs from a moment on.</summary>
    public MailBody AddFee(MailBody body, Order order, Instant from) => body
        .Heading(texts["Fee.Title"])
        .Facts(
        [
            .. order.StandardFee.Lines.Select(
                line => new MailFact(wording.Fee(line), new Money(line.AmountMinor, order.Currency).ToString())),
            new MailFact(texts["Fee.Total"], new Money(order.StandardFeeMinor, order.Currency).ToString()),
        ])
        .Paragraph(texts["Fee.Note"])
        .Heading(texts["Terms.Title"])
        .List(wording.CancellationTerms(order.CancellationTerms, from, order.Time.LocalStart.Zone));

    /// <summary>The heading 'Whom to ask', and who that is.</summary>
    public MailBody AddContacts(MailBody body, OrderWithRelations whole) => body
        .Heading(texts["Placed.Contacts"])
        .Facts(
            new MailFact(
                texts["Word.Producer"], $"{whole.Producer.Name}\n{whole.Producer.Email}\n{whole.Producer.Phone}"),
            Coordinators());

    public MailFact Coordinators() => new(texts["Word.Coordinator"], mail.Value.ReplyTo ?? mail.Value.From);

    /// <summary>Opens a page of the order for whoever has the mail.</summary>
    public Uri LinkTo(string page) => address.Of($"{Open}&to={page}");

    /// <summary>The button that opens the order for whoever has the mail.</summary>
    public MailBody AddManageLink(MailBody body) => body
        .Paragraph(texts["Placed.Change"])
        .Link(texts["Word.UpdateCancel"], address.Of(Open))
        .Paragraph(texts["Link.Note"]);
}
