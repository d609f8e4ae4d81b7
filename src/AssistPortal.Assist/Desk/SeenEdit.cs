namespace AssistPortal.Assist.Desk;

/// <summary>An order as a page showed it to a coordinator who edits it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">Its version.</param>
/// <param name="FeeMinor">The fee that was shown for it, in minor units; null where none was.</param>
/// <param name="ProducerId">The producer who was shown for it; null where nobody was.</param>
public sealed record SeenEdit(Guid OrderId, int Version, long? FeeMinor, int? ProducerId)
{
    public bool AgreesTo(EditForecast forecast) =>
        (FeeMinor ?? forecast.After.Fee.Minor) == forecast.After.Fee.Minor
        && (ProducerId ?? forecast.After.ProducerId) == forecast.After.ProducerId;
}
