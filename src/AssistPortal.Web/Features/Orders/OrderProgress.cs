using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Web.Features.Orders;

/// <summary>How far orders are and when their events take place, as lists of orders are filtered by it.</summary>
public static class OrderProgress
{
    public const string Coming = "coming";
    public const string Begun = "begun";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";

    /// <summary>Begun ones are running, or over and not completed yet.</summary>
    public static readonly IReadOnlyList<string> All = [Coming, Begun, Completed, Cancelled];

    /// <summary>Those that are so far; all of them for anything else than one of <see cref="All"/>.</summary>
    internal static IQueryable<Order> ThatAre(this IQueryable<Order> orders, string? progress, Instant now) =>
        progress switch
        {
            Coming => orders.Where(order => order.State == OrderState.Placed && order.Time.Start > now),
            Begun => orders.Where(order => order.State == OrderState.Placed && order.Time.Start <= now),
            Completed => orders.Where(order => order.State == OrderState.Completed),
            Cancelled => orders.Where(order => order.State == OrderState.Cancelled),
            _ => orders,
        };

    /// <summary>By the day on which the event begins in a zone; both ends count, and either may be open.</summary>
    internal static IQueryable<Order> OfDays(
        this IQueryable<Order> orders, LocalDate? from, LocalDate? to, DateTimeZone zone)
    {
        if (from is { } first)
        {
            var start = zone.AtStartOfDay(first).ToInstant();
            orders = orders.Where(order => order.Time.Start >= start);
        }

        if (to is { } last)
        {
            var end = zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
            orders = orders.Where(order => order.Time.Start < end);
        }

        return orders;
    }
}
