using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The form of the new time.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Doubled">The two moments to choose from, where the typed time occurs twice.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record StaffMovePage(
    OrderWithRelations Whole, StaffMoveInput Input, LocalTimeReading.Doubled? Doubled, bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    public required FreeTimesModel FreeTimes { get; init; }

    public NobodyFree? NobodyFree { get; init; }
}
