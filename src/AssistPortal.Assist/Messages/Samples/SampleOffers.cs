using NodaTime;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>A made-up offer to somebody who waited.</summary>
internal static class SampleOffers
{
    public static WaitingOffer For(string language)
    {
        var order = SampleOrders.Placed(language).Order;
        return new WaitingOffer
        {
            WishId = Guid.Empty,
            Count = 0,
            Recipient = order.Contact.Email,
            Name = OrderMailParts.Greeted(order),
            Language = language,
            Package = "Event Center Premium Assist",
            Site = "Contoso",
            Time = order.Time,
            Until = Instant.FromUtc(2027, 3, 1, 16, 30).InZone(order.Time.LocalStart.Zone),
        };
    }
}
