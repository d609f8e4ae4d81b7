using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Times;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Gathers what the Availability page of an order shows.</summary>
public sealed class ManagePages(
    OrderUpdates updates,
    CancellationQuotes quotes,
    OrderPages orders,
    NextSteps next,
    CorrespondencePages correspondence,
    AvailabilitySearch search)
{
    public const string View = "Availability";

    /// <summary>The order, to be looked at.</summary>
    public async Task<ManagePage> ShowAsync(ManagedOrder managed, CancellationToken cancellationToken) =>
        Of(managed) with
        {
            Next = await next.OfAsync(managed.Whole, cancellationToken),
            Correspondence = await correspondence.ForCustomerAsync(managed.Order, cancellationToken),
        };

    /// <summary>The order with the fields of its new time, and the month strip.</summary>
    /// <param name="managed">The order.</param>
    /// <param name="input">As typed; null starts from what was begun, or the time that the order has.</param>
    /// <param name="from">A day of the month to show; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the page any longer.</param>
    public async Task<ManagePage> EditAsync(
        ManagedOrder managed, UpdateInput? input, LocalDate? from, CancellationToken cancellationToken)
    {
        var order = managed.Order;
        var zone = order.Time.LocalStart.Zone;
        var begun = await updates.FindBegunAsync(order.Id, managed.Visitor, cancellationToken);
        if (input is null)
        {
            input = new UpdateInput();
            input.SetStart((begun?.Start ?? order.Time.Start).InZone(zone));
        }

        input.Version = order.Version.ToString(CultureInfo.InvariantCulture);
        var frame = MonthStrips.FrameOf(
            search, order, "free-times", updates.Bookable(order), new OwnReservations(begun?.Id, order.Id));
        return Of(managed) with
        {
            Input = input,
            Quote = await quotes.OfAsync(order, managed.Now, cancellationToken),
            HasChanged = begun is not null && begun.OrderVersion != order.Version,
            Doubled = input.Doubled(zone),
            FreeTimes = await MonthStrips.OfAsync(frame, input, from, cancellationToken),
        };
    }

    private ManagePage Of(ManagedOrder managed) => new() { Managed = managed, Page = orders.Of(managed.Whole) };
}
