using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Orders;

internal static class OrderNumbers
{
    /// <summary>The order of a number as an address has it; null where there is none, or it is no number.</summary>
    public static async Task<OrderWithRelations?> FindByNumberAsync(
        this OrderReader orders, string? number, CancellationToken cancellationToken)
    {
        if (!RequestNumber.TryParse(number, out var parsed))
        {
            return null;
        }

        var compact = parsed.Value.Compact;
        return await orders.FindAsync(order => order.Number == compact, cancellationToken);
    }
}
