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
public sealed record HistoryFilter(HistoryInput Input, Guid HostUserId, DateTimeZone Zone)
{
    public const string Path = "/resources/history";

    private static readonly Dictionary<string, OrderState> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["placed"] = OrderState.Placed,
        ["completed"] = OrderState.Completed,
        ["cancelled"] = OrderState.Cancelled,
    };

    public static IReadOnlyCollection<string> States => ByName.Keys;

    public static OrderState StateOf(string name) => ByName[name];

    public string? State => States.FirstOrDefault(name => name.Equals(Tolerant.Code(Input.State), StringComparison.OrdinalIgnoreCase));

    public string Words => Tolerant.Text(Input.Q);

    public string Package => Tolerant.Code(Input.Package);

    public int? SiteId => Tolerant.Number(Input.Site);

    public LocalDate? From => Tolerant.Date(Input.From);

    public LocalDate? To => Tolerant.Date(Input.To);

    public bool IsFiltered => State is not null || Words.Length > 0 || Package.Length > 0 || SiteId is not null || From is not null || To is not null;

    /// <summary>Those that fit, in no order.</summary>
    public IQueryable<Order> Of(PortalDbContext db)
    {
        var hostUserId = HostUserId;
        var orders = db.Set<Order>().Where(order => order.HostUserId == hostUserId).WithWords(Words);
        if (State is { } name)
        {
            var state = ByName[name];
            orders = orders.Where(order => order.State == state);
        }

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
