using AssistPortal.Data;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// By which words orders are found: number, name, e-mail, company, topic, and the digits of phone and meeting number,
/// in one text. The producer's name is none of them: it is looked for among the producers.
/// </summary>
internal static class OrderSearchText
{
    internal static readonly int Length = RequestNumber.Length + ContactDetails.EmailLength + ContactDetails.PhoneLength
        + EventDetails.MeetingNumberLength + 7 + TypedText.Units(
            (2 * ContactDetails.NameLength) + ContactDetails.CompanyLength + EventDetails.TopicLength);

    public static string Of(RequestNumber number, ContactDetails contact, EventDetails details) => FoldedText.Of(
        Length,
        number.Compact,
        FoldedText.DigitsOf(contact.Phone),
        details.MeetingNumber,
        contact.FirstName,
        contact.LastName,
        contact.Email,
        contact.Company,
        details.Topic);
}
