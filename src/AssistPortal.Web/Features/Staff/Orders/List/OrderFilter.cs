using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Which orders are listed.</summary>
public static class OrderFilter
{
    /// <summary>For whatever reason.</summary>
    public const string AnyAttention = "any";

    /// <summary>Upcoming, or begun and not completed.</summary>
    public const string Open = "open";

    /// <summary>Looked after by whoever reads the list.</summary>
    public const string Mine = "mine";

    /// <summary>Looked after by no one, or by somebody who has left.</summary>
    public const string Nobodys = "nobody";

    /// <summary>The choice that was meant; empty where there is none.</summary>
    public static string Read(string? typed, IReadOnlyList<string> choices)
    {
        var code = Tolerant.Code(typed);
        return code.Length == 0
            ? ""
            : choices.FirstOrDefault(choice => choice.Equals(code, StringComparison.OrdinalIgnoreCase)) ?? "";
    }

    /// <summary>How far orders are, as the list of staff is filtered by it.</summary>
    public static readonly IReadOnlyList<string> Statuses = [Open, .. OrderProgress.All];

    /// <summary>The reasons by which can be filtered, any of them first.</summary>
    public static readonly IReadOnlyList<string> Reasons = [AnyAttention, .. Enum.GetNames<AttentionReason>()];

    /// <summary>Whether orders are chosen by when their event takes place.</summary>
    public static bool IsByEventTime(OrderListInput input) =>
        ShownDays.Read(input.From) is not null
            || ShownDays.Read(input.To) is not null
            || Read(input.When, OrderWhen.All).Length > 0
            || Read(input.Status, OrderProgress.All) == OrderProgress.Begun;

    /// <summary>
    /// Whether the filter means no more orders than people have before them, sorted by something that does not tell
    /// where among all others they stand.
    /// </summary>
    internal static bool MeansFew(OrderListInput input) =>
        Read(input.Attention, Reasons).Length > 0
        || (Tolerant.Code(input.Owner) is { Length: > 0 } owner
            && !owner.Equals(Nobodys, StringComparison.OrdinalIgnoreCase)
            && Read(input.Status, Statuses) is Open or OrderProgress.Coming or OrderProgress.Begun
            && !OrderSort.Read(input).Name.StartsWith("start", StringComparison.Ordinal));

    internal static IQueryable<Order> OfPackage(this IQueryable<Order> orders, string? typed, Catalogue catalogue)
    {
        var code = Tolerant.Code(typed);
        if (code.Length == 0)
        {
            return orders;
        }

        var id = catalogue.Packages.FirstOrDefault(
            package => package.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Id ?? 0;
        return orders.Where(order => order.PackageId == id);
    }

    internal static IQueryable<Order> OfSite(this IQueryable<Order> orders, string? typed)
    {
        var id = Tolerant.Number(typed) ?? 0;
        return Tolerant.Code(typed).Length == 0 ? orders : orders.Where(order => order.SiteId == id);
    }

    internal static IQueryable<Order> OfProducer(this IQueryable<Order> orders, string? typed)
    {
        var id = Tolerant.Number(typed) ?? 0;
        return Tolerant.Code(typed).Length == 0 ? orders : orders.Where(order => order.ProducerId == id);
    }

    /// <param name="orders">The orders.</param>
    /// <param name="typed">Whose.</param>
    /// <param name="readerId">Who asks.</param>
    /// <param name="left">Who has left: nobody looks after their orders.</param>
    internal static IQueryable<Order> OfOwner(
        this IQueryable<Order> orders, string? typed, Guid readerId, IReadOnlyList<Guid> left)
    {
        var code = Tolerant.Code(typed).ToLowerInvariant();
        if (code == Nobodys && left.Count > 0)
        {
            return orders.Where(order => order.OwnerId == null || left.Contains(order.OwnerId.Value));
        }

        Guid? id = code switch
        {
            Mine => readerId,
            Nobodys => null,
            _ => Guid.TryParse(code, out var owner) ? owner : Guid.Empty,
        };
        return code.Length == 0 ? orders : orders.Where(order => order.OwnerId == id);
    }

    internal static IQueryable<Order> OfAttention(
        this IQueryable<Order> orders, string? typed, PortalDbContext db, Instant now)
    {
        var choice = Read(typed, Reasons);
        if (choice.Length == 0)
        {
            return orders;
        }

        var due = db.Set<OrderAttention>().Where(item => item.DueAt <= now);
        if (choice != AnyAttention)
        {
            var reason = Enum.Parse<AttentionReason>(choice);
            due = due.Where(item => item.Reason == reason);
        }

        // Few orders need somebody: SQLite begins with them only where it is asked in this way.
        var needy = due.Select(item => item.OrderId);
        return orders.Where(order => needy.Contains(order.Id));
    }
}
