using AssistPortal.Assist.Orders;
using AssistPortal.Data.Checking;
using NodaTime;

namespace AssistPortal.Assist.Checking;

/// <summary>One producer's orders, and the reservations that they have for good.</summary>
internal sealed class OrderCheck(CheckReport report, IReadOnlyDictionary<int, CheckedPackage> packages)
{
    private const int Grid = 15;

    public void Check(IReadOnlyList<CheckedReservation> reservations, IReadOnlyList<CheckedOrder> orders)
    {
        report.Count("orders", orders.Count);
        var byOrder = reservations.Where(item => item.OrderId is not null).ToLookup(item => item.OrderId!.Value);
        foreach (var order in orders)
        {
            CheckOne(order, [.. byOrder[order.Id]]);
        }

        var known = orders.Select(order => order.Id).ToHashSet();
        foreach (var stray in byOrder.Where(group => !known.Contains(group.Key)).SelectMany(group => group))
        {
            report.Add(OrderFinding.ReservationWithoutOrder, $"reservation {stray.Id}, order {stray.OrderId}");
        }
    }

    private void CheckOne(CheckedOrder order, IReadOnlyList<CheckedReservation> reservations)
    {
        if (order.State == OrderState.Cancelled)
        {
            foreach (var left in reservations)
            {
                report.Add(OrderFinding.CancelledOrderReserves, $"order {order.Id}, reservation {left.Id}");
            }

            return;
        }

        switch (reservations)
        {
            case []:
                report.Add(OrderFinding.OrderWithoutReservation, $"order {order.Id}");
                break;
            case [var only]:
                if (new Interval(only.Start, only.End) != ReservedTimeOf(order))
                {
                    report.Add(OrderFinding.WrongTime, $"order {order.Id}, reservation {only.Id}");
                }

                break;
            default:
                report.Add(OrderFinding.OrderReservedTwice, $"order {order.Id}");
                break;
        }
    }

    // Lead and trail are staff's to type; what is reserved lies on the grid.
    private Interval ReservedTimeOf(CheckedOrder order)
    {
        var package = packages[order.PackageId];
        return new Interval(
            order.Start - OnGrid(package.LeadMinutes),
            order.Start + Duration.FromMinutes(order.DurationMinutes) + OnGrid(package.TrailMinutes));
    }

    private static Duration OnGrid(int minutes) => Duration.FromMinutes((minutes + Grid - 1) / Grid * Grid);
}
