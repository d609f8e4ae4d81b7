using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Gathers what the form of an order's new time shows, with the month strip.</summary>
public sealed class StaffMovePages(OrderUpdates updates, AvailabilitySearch search, IClock clock)
{
    /// <summary>The form as it begins.</summary>
    public static StaffMoveInput FormOf(OrderWithRelations whole)
    {
        var input = new StaffMoveInput
        {
            Version = $"{whole.Order.Version}",
            Meeting = whole.ChangesMeetingByItself ? CheckTagHelper.Ticked : null,
        };
        input.SetStart(whole.Order.Time.LocalStart);
        return input;
    }

    /// <param name="whole">The order.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="from">A day of the month to show; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the page any longer.</param>
    public async Task<StaffMovePage> OfAsync(
        OrderWithRelations whole, StaffMoveInput input, LocalDate? from, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        // With a reason coordinators may move it to any time that lies ahead.
        var bookable = new Interval(clock.GetCurrentInstant(), updates.Bookable(order).End);
        var frame = MonthStrips.FrameOf(
            search, order, "move/free-times", bookable, new OwnReservations(DraftId: null, order.Id));
        return new StaffMovePage(whole, input, input.Doubled(order.Time.LocalStart.Zone), HasChanged: false)
        {
            FreeTimes = await MonthStrips.OfAsync(frame, input, from, cancellationToken),
        };
    }
}
