using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <content>What coordinators change of what the customer gave.</content>
public sealed partial class Order
{
    /// <summary>
    /// Changes what the customer gave. What the fee goes by is priced anew, and the terms of cancelling stay. Another
    /// meeting is none that the site's directory is known to have.
    /// </summary>
    /// <param name="edit">What it is from now on.</param>
    /// <param name="package">The package of that.</param>
    /// <param name="producerId">Who is reserved for it from now on.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="InvalidOperationException">The order is cancelled or has begun.</exception>
    public void Edit(OrderEdit edit, ServicePackage package, int producerId, Instant now)
    {
        GuardComing(now);
        var (fee, rates) = OrderTariff.PriceOf(this, edit, package);
        if (ShowsInCalendars(edit, producerId))
        {
            CalendarSequence++;
        }

        if (edit.Event.Language != Event.Language)
        {
            LanguageAnswer = AnswerFor(edit.Event.Language);
        }

        if (edit.Event.MeetingNumber != Event.MeetingNumber)
        {
            (SessionKey, SessionHostEmail) = (null, null);
        }

        (Event, PackageId, ProducerId, Rates) = (edit.Event, edit.PackageId, producerId, rates);
        Time = Time with { DurationMinutes = edit.DurationMinutes };
        SetFee(fee);
        SessionWishes = [.. edit.SessionWishes];
        Correct(edit.Contact, edit.ReportEmail);
    }

    /// <summary>
    /// Corrects who is written to; that matters for as long as there are mails, links and invoices of the order.
    /// </summary>
    /// <param name="contact">The contact from now on.</param>
    /// <param name="reportEmail">Who gets the report; empty for nobody.</param>
    public void Correct(ContactDetails contact, string reportEmail)
    {
        (Contact, ReportEmail) = (contact, reportEmail);
        SearchText = OrderSearchText.Of(RequestNumber, contact, Event);
    }

    /// <summary>Whether the customer's or the producer's calendar entry tells any of it.</summary>
    private bool ShowsInCalendars(OrderEdit edit, int producerId) =>
        (edit.Event.Topic, edit.Event.MeetingUrl) != (Event.Topic, Event.MeetingUrl)
        || (edit.PackageId, edit.DurationMinutes, producerId) != (PackageId, Time.DurationMinutes, ProducerId)
        || edit.Contact with { Company = Contact.Company } != Contact;

    private void SetFee(StandardFee fee) =>
        (Currency, StandardFeeMinor, FeeLines) = (fee.Currency, fee.TotalMinor, fee.Lines);

    private static LanguageAnswer AnswerFor(string language) =>
        language == AssistLanguages.English ? LanguageAnswer.NotNeeded : LanguageAnswer.Open;
}
