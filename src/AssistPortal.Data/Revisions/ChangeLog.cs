using System.Data.Common;

namespace AssistPortal.Data.Revisions;

/// <summary>
/// What a module keeps in memory row by row and brings up to date by what has changed since. A request reads that by
/// the statement that reads the stamps.
/// </summary>
public abstract class ChangeLog
{
    /// <summary>What is read of each change: columns as SQL that every database knows.</summary>
    protected internal abstract IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// Where it stands: FROM and WHERE in such SQL, {0} for <see cref="ChangeReading.Since"/>.
    /// </summary>
    protected internal abstract string Source { get; }

    /// <summary>A request is about to read.</summary>
    protected internal abstract ChangeReading Begin();
}

/// <summary>What one request reads of a <see cref="ChangeLog"/>.</summary>
/// <param name="since">The number from which on changes are read.</param>
public abstract class ChangeReading(long since)
{
    public long Since => since;

    /// <summary>One more change.</summary>
    /// <param name="row">The row; its first columns are not the log's.</param>
    /// <param name="first">Where the log's columns begin.</param>
    protected internal abstract void Add(DbDataReader row, int first);

    /// <summary>That was all.</summary>
    protected internal abstract void End();
}
