using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>The views above the list: those that everybody has, and one's own.</summary>
public sealed class OrderViewTabs(OrderViews views, OrderCounts counts, IStringLocalizer<StaffOrderListTexts> texts)
{
    /// <summary>What everybody has, by the keys of their names.</summary>
    internal static readonly IReadOnlyList<(string Key, OrderListInput Filter)> Common =
    [
        ("attention", new() { Attention = OrderFilter.AnyAttention, Sort = "start" }),
        ("mine", new() { Status = OrderFilter.Open, Owner = OrderFilter.Mine, Sort = "start" }),
        ("nobody", new() { Status = OrderFilter.Open, Owner = OrderFilter.Nobodys, Sort = "start" }),
        ("week", new() { Status = OrderFilter.Open, When = OrderWhen.ThisWeek, Sort = "start" }),
        ("producer", new() { Attention = nameof(AttentionReason.NoCover), Sort = "start" }),
    ];

    /// <summary>Keys of their names.</summary>
    public static IEnumerable<string> CommonKeys => Common.Select(view => view.Key);

    /// <param name="input">What the list shows.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// Both, and how many orders the list shows: null where it searches, so that nobody waits for a number.
    /// </returns>
    public async Task<(IReadOnlyList<ShownView> Common, IReadOnlyList<ShownView> Own, OrderCount? Here)> ReadAsync(
        OrderListInput input, ListReader reader, CancellationToken cancellationToken)
    {
        var own = (await views.OfAsync(reader.UserId, cancellationToken))
            .Select(view => (view.Name, Filter: ViewQuery.Read(view.Query)));
        List<(string Name, OrderListInput Filter)> all =
            [.. Common.Select(view => (texts[$"View.{view.Key}"].Value, view.Filter)), .. own];
        var isCounted = string.IsNullOrWhiteSpace(input.Q) && string.IsNullOrWhiteSpace(input.Package);
        var found = await counts.OfAsync(
            [.. all.Select(view => view.Filter), .. isCounted ? [input] : Array.Empty<OrderListInput>()],
            reader,
            cancellationToken);
        var here = ViewQuery.Of(input);
        List<ShownView> shown =
        [
            .. all.Select((view, place) => new ShownView(
                view.Name,
                ViewQuery.Of(view.Filter),
                found[place],
                place < Common.Count
                    ? ViewQuery.HaveSameFilter(view.Filter, input)
                    : ViewQuery.Of(view.Filter) == here,
                place == 0 && found[place].Least > 0)),
        ];
        return ([.. shown.Take(Common.Count)], [.. shown.Skip(Common.Count)], isCounted ? found[^1] : null);
    }
}
