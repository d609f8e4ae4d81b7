using AssistPortal.Assist.Desk;
using AssistPortal.Web.Features.Staff.Orders.List;

namespace AssistPortal.Web.Features.Staff.Orders.Views;

/// <summary>Somebody's views, and the filter that they are about to save.</summary>
/// <param name="Views">The views by name.</param>
public sealed record OrderViewsPage(IReadOnlyList<SavedView> Views)
{
    /// <summary>The filter that is to be saved; null where none is.</summary>
    public OrderListInput? Filter { get; init; }

    /// <summary>That filter in words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The view that gets another name; null for none.</summary>
    public OrderView? Renamed { get; init; }

    /// <summary>The name that is typed, of either.</summary>
    public SaveViewInput Save { get; init; } = new();

    /// <summary>Whether a view of that name may be replaced.</summary>
    public bool MayReplace { get; init; }

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Null where they have no such view.</summary>
    public OrderView? Find(Guid? id) => Views.FirstOrDefault(saved => saved.View.Id == id)?.View;
}
