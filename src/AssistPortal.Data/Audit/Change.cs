namespace AssistPortal.Data.Audit;

/// <summary>Something that an act changed. Of a snapshot only what differs is shown.</summary>
/// <param name="Before">How it was; null where there was none.</param>
/// <param name="After">How it is; null where there is none any more.</param>
/// <typeparam name="T">
/// A value, or a snapshot: a record of what is to be known of a thing, never the thing itself.
/// </typeparam>
public sealed record Change<T>(T? Before, T? After);

/// <summary>Makes <see cref="Change{T}"/>s.</summary>
public static class Change
{
    public static Change<T> Between<T>(T? before, T? after) => new(before, after);

    /// <summary>There was none before.</summary>
    public static Change<T> Added<T>(T after)
        where T : class => new(null, after);

    /// <summary>There is none after.</summary>
    public static Change<T> Removed<T>(T before)
        where T : class => new(before, null);
}
