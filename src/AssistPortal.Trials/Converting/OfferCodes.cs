namespace AssistPortal.Trials.Converting;

/// <summary>Offers by the codes under which they are ordered.</summary>
public static class OfferCodes
{
    public static string Of(Offer offer) => offer == Offer.Spark ? "A-SPK" : "A-WX";

    /// <summary>The offer of a code, in whatever case; null where there is none.</summary>
    public static Offer? Read(string code) =>
        Enum.GetValues<Offer>().Cast<Offer?>()
            .FirstOrDefault(offer => Of(offer!.Value).Equals(code, StringComparison.OrdinalIgnoreCase));
}
