using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// Where in the list of orders a coordinator last was, and beside which place of it they looked at an order. The
/// browser keeps it, so that the way back from an order leads to the same filter, sort and page, whatever was done to
/// the order meanwhile, and the list stands beside the order again.
/// </summary>
/// <remarks>
/// The cookie holds the last places, newest first: the order's number, empty for the list alone, and the query, empty
/// for all orders.
/// </remarks>
public sealed class OrderListPlace(Cookies cookies)
{
    private const char Between = '|';

    // One for each tab that somebody works in.
    private const int Most = 6;

    // Browsers keep small cookies only; who filters by more comes back to the whole list.
    private const int MostLength = 1000;

    private static readonly HashSet<string> Known = new(
        typeof(OrderListInput).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase);

    private string Name => cookies.Name("list");

    /// <summary>Keeps where somebody is.</summary>
    /// <param name="http">What they ask for.</param>
    /// <param name="beside">The order that they look at; null for none.</param>
    public void Keep(HttpContext http, RequestNumber? beside = null)
    {
        var query = QueryOf(http.Request);
        var place = new Place($"{beside}", query.Length <= MostLength ? query : "");
        var places = Read(http.Request).Where(other => other.Number != place.Number).Prepend(place).Take(Most).ToList();
        while (places.Sum(kept => kept.ToString().Length + 1) > 2 * MostLength)
        {
            places.RemoveAt(places.Count - 1);
        }

        http.Response.Cookies.Append(Name, string.Join(Between, places), cookies.Passing());
    }

    /// <summary>Whether the address of an order says beside which list it stands.</summary>
    public static bool IsIn(HttpRequest request) => QueryOf(request).Length > 0;

    /// <summary>The list beside an order: that of the address, or of the last time; null for none.</summary>
    public OrderListInput? Beside(RequestNumber number, HttpRequest request)
    {
        var query = IsIn(request)
            ? QueryOf(request)
            : Read(request).Find(place => place.Number == $"{number}")?.Query;
        return string.IsNullOrEmpty(query) ? null : ViewQuery.Read(query);
    }

    /// <summary>Path of an order, beside the list where it was looked at so.</summary>
    public string PathOf(RequestNumber number, HttpRequest request)
    {
        var query = Read(request).Find(place => place.Number == $"{number}")?.Query;
        return $"{OrderListPage.Path}/{number}{(string.IsNullOrEmpty(query) ? "" : $"?{query}")}";
    }

    /// <summary>Address of the list, at the row of an order where it still stands there.</summary>
    public string BackFrom(RequestNumber number, HttpRequest request)
    {
        var places = Read(request);
        var query = IsIn(request)
            ? QueryOf(request)
            : (places.Find(place => place.Number == $"{number}") ?? places.FirstOrDefault())?.Query;
        return $"~{OrderListPage.Path}{(query is { Length: > 0 } ? $"?{query}" : "")}#{RowOf(number)}";
    }

    /// <summary>Address of the list where somebody last was.</summary>
    public string Last(HttpRequest request)
    {
        var query = Read(request).Find(place => place.Number.Length == 0)?.Query;
        return $"~{OrderListPage.Path}{(query is { Length: > 0 } ? $"?{query}" : "")}";
    }

    /// <summary>Name of an order's row.</summary>
    public static string RowOf(RequestNumber number) => $"order-{number}";

    /// <summary>What a request says of the list, and nothing else.</summary>
    private static string QueryOf(HttpRequest request) => ViewQuery.Known(request.QueryString.Value ?? "", Known);

    private List<Place> Read(HttpRequest request) =>
    [
        .. (request.Cookies[Name] ?? "").Split(Between)
            .Select(text => text.Split('?', 2))
            .Where(parts => parts is [var number, _] && (number.Length == 0 || RequestNumber.TryParse(number, out _)))
            .Select(parts => new Place(parts[0], ViewQuery.Known(parts[1], Known))),
    ];

    private sealed record Place(string Number, string Query)
    {
        public override string ToString() => $"{Number}?{Query}";
    }
}
