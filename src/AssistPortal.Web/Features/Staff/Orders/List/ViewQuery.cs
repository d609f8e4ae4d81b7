using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Filter and sorting of the list as one text, the same for whatever means the same.</summary>
public static class ViewQuery
{
    private static readonly string FirstOfAll = Of(new OrderListInput());

    /// <summary>Filter and sorting, without the place in the list and without a question mark.</summary>
    public static string Of(OrderListInput input) => Write(FieldsOf(input));

    /// <summary>The fields of that, without those that say nothing.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(OrderListInput input) =>
        FilterOf(input)
            .Append((Name: "sort", Value: OrderSort.Read(input).Name))
            .Where(field => field.Value.Length > 0);

    /// <summary>
    /// The filter as one text, without the sorting: the same for whatever shows the same orders; empty for all of them.
    /// </summary>
    public static string FilterTextOf(OrderListInput input) => Write(FilterOf(input));

    /// <summary>Whether the list shows the first page of all orders, as it does where nothing is asked for.</summary>
    public static bool IsFirstOfAll(OrderListInput input) =>
        Of(input) == FirstOfAll && OrderPlace.Read(input.Before) is null && OrderPlace.Read(input.After) is null;

    /// <summary>What such a text says; fields that the list does not know are left out.</summary>
    public static OrderListInput Read(string query)
    {
        var fields = QueryHelpers.ParseQuery(query);
        return new OrderListInput
        {
            Q = fields.GetValueOrDefault("q"),
            Status = fields.GetValueOrDefault("status"),
            Package = fields.GetValueOrDefault("package"),
            Site = fields.GetValueOrDefault("site"),
            Producer = fields.GetValueOrDefault("producer"),
            Owner = fields.GetValueOrDefault("owner"),
            When = fields.GetValueOrDefault("when"),
            From = fields.GetValueOrDefault("from"),
            To = fields.GetValueOrDefault("to"),
            Attention = fields.GetValueOrDefault("attention"),
            Sort = fields.GetValueOrDefault("sort"),
            After = fields.GetValueOrDefault("after"),
            Before = fields.GetValueOrDefault("before"),
        };
    }

    /// <summary>The fields of a query that are among these, as they are.</summary>
    internal static string Known(string query, HashSet<string> names) => Write(
        QueryHelpers.ParseQuery(query)
            .Where(field => names.Contains(field.Key))
            .Select(field => (field.Key, $"{field.Value}")));

    /// <summary>The fields of the filter, each with what it says; empty where it says nothing.</summary>
    internal static IEnumerable<(string Name, string Value)> FilterOf(OrderListInput input) =>
    [
        ("q", Tolerant.Text(input.Q)),
        ("status", OrderFilter.Read(input.Status, OrderFilter.Statuses)),
        ("package", Tolerant.Code(input.Package)),
        ("site", Tolerant.Code(input.Site)),
        ("producer", Tolerant.Code(input.Producer)),
        ("owner", Tolerant.Code(input.Owner).ToLowerInvariant()),
        ("when", OrderFilter.Read(input.When, OrderWhen.All)),
        ("from", Tolerant.Code(input.From)),
        ("to", Tolerant.Code(input.To)),
        ("attention", OrderFilter.Read(input.Attention, OrderFilter.Reasons)),
    ];

    private static string Write(IEnumerable<(string Name, string Value)> fields)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            query.Add(name, value);
        }

        return query.ToString().TrimStart('?');
    }
}
