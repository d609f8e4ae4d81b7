namespace AssistPortal.Web.Features.Staff.Find;

/// <summary>What was found, by kind.</summary>
public sealed record FindPage
{
    public string Q { get; init; } = "";

    public IReadOnlyList<FindHit> Orders { get; init; } = [];

    public IReadOnlyList<FindHit> Producers { get; init; } = [];

    public IReadOnlyList<FindHit> Pages { get; init; } = [];

    public int Count => Orders.Count + Producers.Count + Pages.Count;
}
