using AssistPortal.Assist.Notices;
using AssistPortal.Web.Shared.Times;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Notices;

/// <summary>What happened since somebody last looked.</summary>
public sealed record NoticesPage
{
    private static readonly Duration LongestCommit = Duration.FromSeconds(10);

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>The reader's time, from before the list was read.</summary>
    public required OwnTime Time { get; init; }

    /// <summary>Where the list stands, from the root on.</summary>
    public required string Path { get; init; }

    /// <summary>Where orders stand, from the root on.</summary>
    public required string Orders { get; init; }

    /// <summary>Whether only those of own orders are shown; null where there is no such choice.</summary>
    public bool? IsOnlyMine { get; init; }

    /// <summary>What was just done.</summary>
    public string? Done { get; init; }

    public bool HasNew => Notices.Any(notice => notice.IsNew);

    /// <summary>
    /// Up to when the list knows what happened: what is not on it is not seen by marking it, nor what was written just
    /// then and committed a moment later.
    /// </summary>
    public string ReadAt => InstantPattern.ExtendedIso.Format(
        Notices.Select(notice => notice.At).Append(Time.Now - LongestCommit).Max());

    /// <summary>When a page was read; null where that can't be told.</summary>
    public static Instant? ReadAtOf(string? typed) =>
        InstantPattern.ExtendedIso.Parse(typed ?? "") is { Success: true, Value: var moment } ? moment : null;
}
