using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>The host waits no longer, or does not want what is offered.</summary>
[AuditAction("wish.left")]
internal sealed record WishLeft(Guid WishId) : WishRecord(WishId);
