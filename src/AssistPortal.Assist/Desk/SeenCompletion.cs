using AssistPortal.Assist.Billing;

namespace AssistPortal.Assist.Desk;

/// <summary>An order as the coordinator saw it who completes it or corrects its report.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">Its version then.</param>
/// <param name="TotalMinor">The invoice's total that was shown, in minor units; null where none was.</param>
/// <param name="Further">What the coordinator adds to the invoice.</param>
public sealed record SeenCompletion(Guid OrderId, int Version, long? TotalMinor, IReadOnlyList<FurtherLine> Further);
