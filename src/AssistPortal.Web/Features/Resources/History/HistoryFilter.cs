using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using Microsoft.AspNetCore.Http.Extensions;
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

    public const string Coming = "coming";
    public const string Begun = "begun";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";

    /// <summary>By how far an order is; begun ones are running, or over and not completed yet.</summary>
    public static readonly IReadOnlyList<string> States = [Coming, Begun, Completed, Cancelled];

    public string? State => ReadState(Input.State);

    public string Words => Tolerant.Text(Input.Q);

    public string Package => Tolerant.Code(Input.Package);

    public int? SiteId => Tolerant.Number(Input.Site);

    public LocalDate? From => Tolerant.Date(Input.From);

    public LocalDate? To => Tolerant.Date(Input.To);

    public bool IsFiltered => State is not null || Words.Length > 0 || Package.Length > 0 || SiteId is not null || From is not null || To is not null;

    internal static string? ReadState(string? typed) =>
        States.FirstOrDefault(name => name.Equals(Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase));

    /// <summary>Those that fit, in no order.</summary>
    public IQueryable<Order> Of(PortalDbContext db)
    {
        var hostUserId = HostUserId;
        var orders = OfState(db.Set<Order>().Where(order => order.HostUserId == hostUserId).WithWords(Words));
        if (Package is { Length: > 0 } code)
        {
            orders = orders.Where(order => db.Set<ServicePackage>().Any(item => item.Id == order.PackageId && item.Code == code));
        }

        if (SiteId is { } siteId)
        {
            orders = orders.Where(order => order.SiteId == siteId);
        }

        if (From is { } first)
        {
            var start = Zone.AtStartOfDay(first).ToInstant();
            orders = orders.Where(order => order.Time.Start >= start);
        }

        if (To is { } last)
        {
            var end = Zone.AtStartOfDay(last.PlusDays(1)).ToInstant();
            orders = orders.Where(order => order.Time.Start < end);
        }

        return orders;
    }

    private IQueryable<Order> OfState(IQueryable<Order> orders)
    {
        var now = Now;
        return State switch
        {
            Coming => orders.Where(order => order.State == OrderState.Placed && order.Time.Start > now),
            Begun => orders.Where(order => order.State == OrderState.Placed && order.Time.Start <= now),
            Completed => orders.Where(order => order.State == OrderState.Completed),
            Cancelled => orders.Where(order => order.State == OrderState.Cancelled),
            _ => orders,
        };
    }

    /// <summary>Address of the list, or of something below it, with this filter.</summary>
    public string AddressOf(MomentKey? before = null, MomentKey? after = null, string below = "")
    {
        var query = new QueryBuilder();
        Add("q", Words);
        Add("state", State);
        Add("package", Package);
        Add("site", $"{SiteId}");
        Add("from", From is { } from ? LocalDatePattern.Iso.Format(from) : "");
        Add("to", To is { } to ? LocalDatePattern.Iso.Format(to) : "");
        Add("before", before?.ToString());
        Add("after", after?.ToString());
        return $"~{Path}{below}{query}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }
}
