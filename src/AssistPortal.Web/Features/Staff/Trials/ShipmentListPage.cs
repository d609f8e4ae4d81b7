using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The shipments, a page at once.</summary>
public sealed record ShipmentListPage
{
    public const string Path = "/staff/trials/shipments";

    public required ShipmentListInput Input { get; init; }

    public required IReadOnlyList<ShipmentRow> Rows { get; init; }

    public required bool HasMore { get; init; }

    public required OwnTime Time { get; init; }

    public bool IsFirst => Tolerant.Code(Input.After).Length == 0;

    public string First => ListAddress.Of(Path, ("q", Input.Q));

    public string More => ListAddress.Of(
        Path, ("q", Input.Q), ("after", $"{new MomentKey(Rows[^1].Shipment.ShippedAt, Rows[^1].Shipment.Id)}"));
}
