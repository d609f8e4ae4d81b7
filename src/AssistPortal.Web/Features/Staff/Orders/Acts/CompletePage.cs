using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The form of the report.</summary>
public sealed record CompletePage(
    OrderWithRelations Whole, CompleteInput Input, bool IsPossible, bool HasChanged) : StaffActPage(Whole, HasChanged)
{
    /// <summary>What completing would do; null where that is not asked yet.</summary>
    public CompletionPreview? Preview { get; init; }

    /// <summary>Whether something else was looked at before.</summary>
    public bool IsOtherThanSeen { get; init; }

    public bool IsCorrection => Order.State == OrderState.Completed;
}
