using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;

namespace AssistPortal.Assist.Orders;

/// <summary>The words by which orders are searched: all of them have to be found with an order.</summary>
public sealed class OrderWords(Cached<Roster> roster)
{
    private const int LongestText = 200;

    /// <summary>
    /// The words of a text, each with how else it may stand there: a request number is stored without its hyphen. What
    /// can be read as a number may as well be a name, David Brown for example.
    /// </summary>
    public async ValueTask<IReadOnlyList<OrderWord>> ReadAsync(string? typed, CancellationToken cancellationToken)
    {
        var text = TypedText.Cut((typed ?? "").Trim(), LongestText);
        var words = FoldedText.WordsOf(text);
        if (words.Count == 0)
        {
            return [];
        }

        // Written with a space, a number is several words: each of them is found where the whole number is.
        var whole = CompactOf(text);
        var known = await roster.GetAsync(cancellationToken);
        return
        [
            .. words.Select(word => new OrderWord(
                (whole ?? CompactOf(word.Text)) is { } number ? word with { Other = number } : word,
                [.. known.Named(word.Text)])),
        ];
    }

    private static string? CompactOf(string text) =>
        RequestNumber.TryParse(text, out var number) ? number.Value.Compact : null;
}
