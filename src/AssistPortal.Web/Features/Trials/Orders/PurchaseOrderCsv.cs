using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>Purchase orders as a file; times are UTC.</summary>
public sealed class PurchaseOrderCsv(
    PurchaseOrderList list, ConversionWording wording, IStringLocalizer<PurchaseOrderTexts> texts)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
        [
            "Id", "TrialId", "Company", "OrderedAt", "Offer", "Items", "AdminEmail", "SiteUrl", "WebEx", "WebExState",
            "WebExAt",
        ];

    public IActionResult Write(Guid userId, CancellationToken cancellationToken) => new CsvResult(
        "purchase-orders.csv",
        [.. Columns.Select(orderColumn => texts[$"Csv.{orderColumn}"].Value)],
        list.AllAsync(userId, cancellationToken).Select(CellsOf));

    private IReadOnlyList<object?> CellsOf(PurchaseOrderRow row)
    {
        var order = row.Order;
        return
        [
            order.Id,
            order.TrialId,
            row.Trial.Company,
            order.OrderedAt,
            OfferCodes.Of(order.Offer),
            order.ItemCodes,
            order.AdminEmail,
            order.SiteHost,
            wording.WebEx(order),
            order.WebEx.ToString().ToLowerInvariant(),
            order.WebExAt,
        ];
    }
}
