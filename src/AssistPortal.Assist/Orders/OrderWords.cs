using AssistPortal.Data;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// The words by which orders are searched: all of them have to be found in <see cref="Order.SearchText"/>.
/// </summary>
public static class OrderWords
{
    private const int Most = 10;
    private const int LongestText = 200;

    /// <summary>
    /// The words of a text, each with how else it may stand there: a request number is stored without its hyphen. What
    /// can be read as a number may as well be a name, David Brown for example.
    /// </summary>
    public static IReadOnlyList<(string Word, string Other)> Of(string? typed)
    {
        var clean = string.Concat((typed ?? "").Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
        var text = OrderSearchText.Fold(TypedText.Cut(clean, LongestText)).Trim();

        // Written with a space, a number is several words: each of them is found where the whole number is.
        var whole = CompactOf(text);
        return [.. OrderSearchText.WordsOf(text, Most).Select(word => (word, whole ?? CompactOf(word) ?? word))];
    }

    /// <summary>The orders in which all words of a text are found.</summary>
    public static IQueryable<Order> WithWords(this IQueryable<Order> orders, string? typed) =>
        orders.WithWords(Of(typed));

    /// <summary>The orders in which all of these words are found.</summary>
    public static IQueryable<Order> WithWords(
        this IQueryable<Order> orders, IEnumerable<(string Word, string Other)> words) =>
        words.Aggregate(orders, (found, pair) => found.Where(pair.Word == pair.Other
            ? order => order.SearchText.Contains(pair.Word)
            : order => order.SearchText.Contains(pair.Word) || order.SearchText.Contains(pair.Other)));

    private static string? CompactOf(string text) =>
        RequestNumber.TryParse(text, out var number) ? number.Value.Compact : null;
}
