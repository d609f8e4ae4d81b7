using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>The history with its controls.</summary>
public sealed record HistoryPage
{
    public required HistoryFilter Filter { get; init; }

    /// <summary>Null where the input has errors.</summary>
    public required HistoryListModel? Listed { get; init; }

    /// <summary>The host's time zone in words.</summary>
    public required string Zone { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>Where the host has ordered.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>What the host has ordered.</summary>
    public required IReadOnlyList<ServicePackage> Packages { get; init; }

    public HistoryInput Input => Filter.Input;

    public string Newest => Filter.AddressOf();

    public string Newer => Listed is { Rows: [var first, ..] } ? Filter.AddressOf(after: first.Key) : Newest;

    public string Older => Listed is { Rows: [.., var last] } ? Filter.AddressOf(before: last.Key) : Newest;
}
