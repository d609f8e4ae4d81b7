namespace AssistPortal.Benchmarks.Counters;

/// <summary>What a portal has done so far.</summary>
/// <param name="Statements">SQL statements by EF Core; one command may carry several.</param>
/// <param name="Commits">Transactions that were committed, those of a single writing command included.</param>
/// <param name="AllocatedBytes">Bytes allocated since the process began.</param>
/// <param name="ByText">How often each command was sent, by its text.</param>
public sealed record Counts(
    long Statements, long Commits, long AllocatedBytes, IReadOnlyDictionary<string, long> ByText);
