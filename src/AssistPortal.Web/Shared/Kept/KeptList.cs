namespace AssistPortal.Web.Shared.Kept;

/// <summary>A list in the model of a kept part: equal to one that holds the same in the same order.</summary>
public sealed class KeptList<T>(IReadOnlyList<T> items) : IEquatable<KeptList<T>>
{
    private readonly int hash = HashOf(items);

    public IReadOnlyList<T> Items => items;

    public bool Equals(KeptList<T>? other) => other is not null
        && hash == other.hash
        && (ReferenceEquals(items, other.Items) || items.SequenceEqual(other.Items));

    public override bool Equals(object? obj) => Equals(obj as KeptList<T>);

    public override int GetHashCode() => hash;

    private static int HashOf(IReadOnlyList<T> items)
    {
        var code = default(HashCode);
        foreach (var item in items)
        {
            code.Add(item);
        }

        return code.ToHashCode();
    }
}
