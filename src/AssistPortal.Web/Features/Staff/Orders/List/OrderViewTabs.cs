using AssistPortal.Assist.Attention;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>The views above the list: those that everybody has, and one's own.</summary>
public sealed class OrderViewTabs(
    CommonCounts common, OrderCounts counts, IStringLocalizer<StaffOrderListTexts> texts)
{
    /// <summary>What everybody has, by the keys of their names; <see cref="CommonCounts"/> counts them.</summary>
    internal static readonly IReadOnlyList<(string Key, OrderListInput Filter)> Common =
    [
        ("attention", new() { Attention = OrderFilter.AnyAttention, Sort = "start" }),
        ("mine", new() { Status = OrderFilter.Open, Owner = OrderFilter.Mine, Sort = "start" }),
        ("nobody", new() { Status = OrderFilter.Open, Owner = OrderFilter.Nobodys, Sort = "start" }),
        ("week", new() { Status = OrderFilter.Open, When = OrderWhen.ThisWeek, Sort = "start" }),
        ("producer", new() { Attention = nameof(AttentionReason.NoCover), Sort = "start" }),
    ];

    private static readonly IReadOnlyList<string> CommonQueries =
        [.. Common.Select(view => ViewQuery.Of(view.Filter))];

    private static readonly IReadOnlyList<string> CommonFilters =
        [.. Common.Select(view => ViewQuery.FilterTextOf(view.Filter))];

    /// <summary>Keys of their names.</summary>
    public static IEnumerable<string> CommonKeys => Common.Select(view => view.Key);

    /// <param name="input">What the list shows.</param>
    /// <param name="saved">The reader's own views, with what they show.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ShownViews> ReadAsync(
        OrderListInput input,
        IReadOnlyList<(string Name, string Query)> saved,
        ListReader reader,
        CancellationToken cancellationToken)
    {
        var (ofCommon, all, unfinished) = await common.ReadAsync(reader, cancellationToken);
        var filter = ViewQuery.FilterTextOf(input);
        OrderCount? here = filter.Length == 0 ? all
            : CommonFilters.Index().FirstOrDefault(view => view.Item == filter) is { Item: not null } same
                ? ofCommon[same.Index]
                : null;
        List<(string Name, OrderListInput Filter)> own =
            [.. saved.Select(view => (view.Name, ViewQuery.Read(view.Query)))];
        var isCounted = here is null && string.IsNullOrWhiteSpace(input.Q) && string.IsNullOrWhiteSpace(input.Package);
        var found = await counts.OfAsync(
            [.. own.Select(view => view.Filter), .. isCounted ? [input] : Array.Empty<OrderListInput>()],
            reader,
            cancellationToken);
        var query = ViewQuery.Of(input);
        return new ShownViews(
            [
                .. Common.Select((view, place) => new ShownView(
                    texts[$"View.{view.Key}"].Value,
                    CommonQueries[place],
                    ofCommon[place],
                    CommonFilters[place] == filter,
                    place == 0 && ofCommon[place].Least > 0)),
            ],
            [
                .. own.Select((view, place) =>
                {
                    var shows = ViewQuery.Of(view.Filter);
                    return new ShownView(view.Name, shows, found[place], shows == query);
                }),
            ],
            isCounted ? found[^1] : here,
            unfinished);
    }
}

/// <summary>The views above the list, and what else is counted.</summary>
/// <param name="Common">Those that everybody has.</param>
/// <param name="Own">The reader's own.</param>
/// <param name="Here">
/// How many orders the list shows: null where it searches, so that nobody waits for a number.
/// </param>
/// <param name="Unfinished">How many orders for customers the reader has begun and not placed.</param>
public sealed record ShownViews(
    IReadOnlyList<ShownView> Common, IReadOnlyList<ShownView> Own, OrderCount? Here, int Unfinished);
