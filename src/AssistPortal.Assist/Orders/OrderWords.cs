namespace AssistPortal.Assist.Orders;

/// <summary>The words by which orders are searched: all of them have to be found in <see cref="Order.SearchText"/>.</summary>
public static class OrderWords
{
    private const int Most = 10;
    private const int LongestText = 200;

    /// <summary>The words of a text, each with how else it may stand there: a request number is stored without its hyphen.</summary>
    public static IReadOnlyList<(string Word, string Other)> Of(string? typed)
    {
        var clean = string.Concat((typed ?? "").Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
        var text = OrderSearchText.Fold(clean.Length > LongestText ? clean[..LongestText] : clean).Trim();
        if (RequestNumber.TryParse(text, out var number))
        {
            return [(text, number.Value.Compact)];
        }

        return
        [
            .. OrderSearchText.WordsOf(text, Most)
                .Select(word => (word, RequestNumber.TryParse(word, out var part) ? part.Value.Compact : word)),
        ];
    }

    /// <summary>The orders in which all words of a text are found.</summary>
    public static IQueryable<Order> WithWords(this IQueryable<Order> orders, string? typed) =>
        Of(typed).Aggregate(orders, (found, pair) => found.Where(
            order => order.SearchText.Contains(pair.Word) || order.SearchText.Contains(pair.Other)));
}
