using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>Which of their orders a host wants to see.</summary>
/// <param name="Input">What the address says, proven.</param>
/// <param name="HostUserId">The host.</param>
/// <param name="Zone">The host's zone, in which days begin.</param>
/// <param name="Now">The moment at which orders are coming or have begun.</param>
public sealed record HistoryFilter(HistoryInput Input, Guid HostUserId, DateTimeZone Zone, Instant Now)
{
    public const string Path = "/resources/history";

    /// <summary>One of <see cref="OrderProgress.All"/>; null for all of them.</summary>
    public string? State => ReadState(Input.State);

    public string Words => Tolerant.Text(Input.Q);

    public string Package => Tolerant.Code(Input.Package);

    public int? SiteId => Tolerant.Number(Input.Site);

    public LocalDate? From => Tolerant.Date(Input.From);

    public LocalDate? To => Tolerant.Date(Input.To);

    public bool IsFiltered => State is not null
        || Words.Length > 0
        || Package.Length > 0
        || SiteId is not null
        || From is not null
        || To is not null;

    internal static string? ReadState(string? typed) =>
        OrderProgress.All.FirstOrDefault(name => name.Equals(Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase));

    /// <summary>Those that fit, in no order.</summary>
    /// <param name="db">The orders.</param>
    /// <param name="words">What is read of <see cref="Words"/>.</param>
    public IQueryable<Order> Of(PortalDbContext db, IReadOnlyList<OrderWord> words)
    {
        var hostUserId = HostUserId;
        var orders = db.Set<Order>()
            .Where(order => order.HostUserId == hostUserId)
            .WithWords(words)
            .ThatAre(State, Now)
            .OfDays(From, To, Zone);
        if (Package is { Length: > 0 } code)
        {
            orders = orders.Where(
                order => db.Set<ServicePackage>().Any(item => item.Id == order.PackageId && item.Code == code));
        }

        if (SiteId is { } siteId)
        {
            orders = orders.Where(order => order.SiteId == siteId);
        }

        return orders;
    }

    /// <summary>Address of the list, or of something below it, with this filter.</summary>
    public string AddressOf(MomentKey? before = null, MomentKey? after = null, string below = "") => ListAddress.Of(
        Path + below,
        ("q", Words),
        ("state", State),
        ("package", Package),
        ("site", $"{SiteId}"),
        ("from", From is { } from ? LocalDatePattern.Iso.Format(from) : null),
        ("to", To is { } to ? LocalDatePattern.Iso.Format(to) : null),
        ("before", before?.ToString()),
        ("after", after?.ToString()));
}
