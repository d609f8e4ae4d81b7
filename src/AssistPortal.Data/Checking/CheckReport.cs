namespace AssistPortal.Data.Checking;

/// <summary>What the checker read, and what it found wrong. Ids only, never personal data.</summary>
public sealed class CheckReport
{
    /// <summary>A broken database would fill the memory otherwise; all are counted, the first are kept.</summary>
    public const int MostKept = 1000;

    private readonly List<Finding> findings = [];
    private readonly OrderedDictionary<string, long> read = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>All findings, kept or not.</summary>
    public int FindingCount { get; private set; }

    public bool IsSound => FindingCount == 0;

    /// <summary>How many rows of each kind were read, such as <c>orders</c>.</summary>
    public IReadOnlyDictionary<string, long> Read => read;

    /// <summary>Something is wrong.</summary>
    /// <param name="kind">What.</param>
    /// <param name="subject">Where: ids and times.</param>
    public void Add(Enum kind, string subject)
    {
        FindingCount++;
        if (findings.Count < MostKept)
        {
            findings.Add(new Finding($"{kind}", subject));
        }
    }

    /// <summary>Some more rows were read.</summary>
    public void Count(string rows, long count) => read[rows] = read.GetValueOrDefault(rows) + count;
}

/// <summary>One thing that must not be.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">Where: ids and times.</param>
public sealed record Finding(string Kind, string Subject);
