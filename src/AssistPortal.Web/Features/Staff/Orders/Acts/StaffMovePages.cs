using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Gathers what the form of an order's new time shows, with the month strip and with who would produce it then.
/// </summary>
public sealed class StaffMovePages(
    PortalDbContext db,
    OrderUpdates updates,
    AvailabilitySearch search,
    ProducerAssignments assignments,
    SessionWords words,
    IClock clock)
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
        var own = new OwnReservations(DraftId: null, order.Id);
        var frame = MonthStrips.FrameOf(search, order, "move/free-times", bookable, own);
        return new StaffMovePage(whole, input, input.Doubled(order.Time.LocalStart.Zone), HasChanged: false)
        {
            FreeTimes = await MonthStrips.OfAsync(frame, input, from, cancellationToken) with
            {
                HasForecast = true,
                Forecast = await ForecastAsync(whole, input, bookable, own, cancellationToken),
            },
        };
    }

    /// <summary>What a producer is called.</summary>
    public Task<string> NameAsync(int producerId, CancellationToken cancellationToken) =>
        db.Set<Producer>()
            .Where(producer => producer.Id == producerId)
            .Select(producer => producer.Name)
            .SingleAsync(cancellationToken);

    /// <summary>Who would produce it at the typed time; null where that can't be read, or is no other one.</summary>
    private async Task<StartForecast?> ForecastAsync(
        OrderWithRelations whole,
        StaffMoveInput input,
        Interval bookable,
        OwnReservations own,
        CancellationToken cancellationToken)
    {
        var (order, present) = (whole.Order, whole.Producer);
        if (input.ReadLocal(order.Time.LocalStart.Zone) is not LocalTimeReading.Read({ Year: < 9999 } typed)
            || typed.ToInstant() is var start
            && (start == order.Time.Start || !bookable.Contains(start) || !QuarterHours.IsOnGrid(start)))
        {
            return null;
        }

        var answer = await search.FindAsync(
            OrderUpdates.WishOf(order, start), new Interval(start, start), own, cancellationToken);
        var names = await db.Set<Producer>()
            .Where(producer => answer.Producers.Contains(producer.Id))
            .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken);
        var stays = answer.Producers.Contains(present.Id);
        var choices = answer.Producers.Any(id => id != present.Id)
            ? await assignments.ChoicesAsync(order.Id, cancellationToken)
            : null;
        return new StartForecast(
            present.Name,
            stays,
            [
                .. answer.Producers.OrderByDescending(id => id == present.Id)
                    .Select(id => new FreeProducer(id, names.GetValueOrDefault(id, ""))),
            ])
        {
            Chosen = Tolerant.Number(input.ProducerId),
            Sessions = [.. choices?.Sessions.Select(choice => words.Of(choice.Time)) ?? []],
        };
    }
}
