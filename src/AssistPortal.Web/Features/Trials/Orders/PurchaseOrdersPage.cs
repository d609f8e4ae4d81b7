using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>A page of a partner's purchase orders.</summary>
public sealed record PurchaseOrdersPage
{
    public const string Path = "/trials/orders";
    public const string Export = "/trials/orders.csv";

    public required PurchaseOrderListModel List { get; init; }

    public required bool IsFirst { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Refusal { get; init; }

    public string More => ListAddress.Of(Path, ("after", $"{List.Rows[^1].Place}"));
}
