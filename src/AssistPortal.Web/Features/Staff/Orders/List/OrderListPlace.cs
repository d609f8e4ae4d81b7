using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// Where in the list of orders a coordinator last was. The browser keeps it, so that the way back from an order leads
/// to the same filter, sort and page, whatever was done to the order meanwhile.
/// </summary>
public sealed class OrderListPlace(Cookies cookies)
{
    // Browsers keep small cookies only; who filters by more comes back to the whole list.
    private const int MostLength = 1000;

    private static readonly HashSet<string> Fields = new(
        typeof(OrderListInput).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase);

    private string Name => cookies.Name("list");

    public void Keep(HttpContext http)
    {
        var query = http.Request.QueryString.Value ?? "";
        if (query.Length is > 0 and <= MostLength)
        {
            http.Response.Cookies.Append(Name, query, cookies.Passing());
        }
        else
        {
            http.Response.Cookies.Delete(Name, cookies.Passing());
        }
    }

    /// <summary>Address of the list, at the row of an order where it still stands there.</summary>
    public string BackFrom(RequestNumber number, HttpRequest request) => OrderListPage.AddressOf(
        QueryHelpers.ParseQuery(request.Cookies[Name])
            .Where(field => Fields.Contains(field.Key))
            .Select(field => (field.Key, (string?)$"{field.Value}")),
        row: $"#{RowOf(number)}");

    /// <summary>Name of an order's row.</summary>
    public static string RowOf(RequestNumber number) => $"order-{number}";
}
