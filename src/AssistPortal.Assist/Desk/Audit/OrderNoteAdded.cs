using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>A coordinator has told the others something.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Length">How many characters; the note stands with the order.</param>
[AuditAction("order.note-added")]
internal sealed record OrderNoteAdded(Guid OrderId, int Length) : OrderRecord(OrderId);
