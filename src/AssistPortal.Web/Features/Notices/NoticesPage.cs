using AssistPortal.Assist.Notices;
using AssistPortal.Web.Shared.Times;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Notices;

/// <summary>What happened since somebody last looked.</summary>
public sealed record NoticesPage
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

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

    /// <summary>When it was read: what happens after that is not seen by marking it.</summary>
    public string ReadAt => InstantPattern.ExtendedIso.Format(
        Notices.Select(notice => notice.At).Append(Time.Now).Max());

    /// <summary>When a page was read; null where that can't be told.</summary>
    public static Instant? ReadAtOf(string? typed) =>
        InstantPattern.ExtendedIso.Parse(typed ?? "") is { Success: true, Value: var moment } ? moment : null;
}
