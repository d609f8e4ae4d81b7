using AssistPortal.Assist.Orders;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Coordinators who complete orders.</summary>
public static class Completions
{
    /// <summary>Fills in the report, looks at what comes of it, and completes the order.</summary>
    public static async Task<PortalPage> CompleteAsync(
        this PortalClient staff, Order order, Dictionary<string, string?>? report = null) =>
        await (await (await staff.GetAsync($"/staff/orders/{order.RequestNumber}/complete")).SubmitAsync(report))
            .SubmitAsync();
}
