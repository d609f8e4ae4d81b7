using AssistPortal.Trials.Devices;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A shipment with whose it is.</summary>
/// <param name="Shipment">With its devices.</param>
/// <param name="Company">The customer.</param>
/// <param name="PartnerName">The customer's partner.</param>
public sealed record ShipmentRow(Shipment Shipment, string Company, string PartnerName);
