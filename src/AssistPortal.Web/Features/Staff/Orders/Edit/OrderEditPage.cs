using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>The form in which an order is edited, and what would come of it.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Form">Its fields as typed.</param>
/// <param name="Input">What goes with them.</param>
/// <param name="HasChanged">Whether somebody else has changed it since the coordinator saw it.</param>
public sealed record OrderEditPage(OrderWithRelations Whole, OrderEditForm Form, OrderEditInput Input, bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    public AvailabilityInput Basics => Form.Basics;

    public EventInformationInput Details => Form.Details;

    /// <summary>The fields of step 3, for the chosen package.</summary>
    public required EventFields Fields { get; init; }

    public required IReadOnlyList<ServicePackage> Packages { get; init; }

    public required OrderPhase Phase { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Whether all can be changed; else contact and report alone.</summary>
    public bool IsWhole => Phase == OrderPhase.Coming;

    public bool HasReport => Fields.Package.HasReport && Phase != OrderPhase.Cancelled;

    /// <summary>What somebody else has made of the order meanwhile.</summary>
    public IReadOnlyList<OrderDifference> ByOthers { get; init; } = [];

    /// <summary>What would come of it; null where that is not asked.</summary>
    public EditForecast? Forecast { get; init; }

    /// <summary>What would be different.</summary>
    public IReadOnlyList<OrderDifference> Differences { get; init; } = [];

    /// <summary>What the order costs, or would.</summary>
    public StandardFee Fee => Forecast?.Fee ?? Order.StandardFee;
}
