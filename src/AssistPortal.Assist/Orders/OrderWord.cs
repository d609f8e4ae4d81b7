using AssistPortal.Data;

namespace AssistPortal.Assist.Orders;

/// <summary>A word by which orders are searched.</summary>
/// <param name="Word">The word: it may stand in <see cref="Order.SearchText"/>.</param>
/// <param name="Producers">Keys of the producers in whose names it stands: it fits their orders as well.</param>
public sealed record OrderWord(FoldedWord Word, IReadOnlyList<int> Producers);
