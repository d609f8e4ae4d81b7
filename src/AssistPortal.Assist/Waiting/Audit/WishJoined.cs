using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>A host waits for a time at which nobody is free.</summary>
[AuditAction("wish.joined")]
internal sealed record WishJoined(Guid WishId, WishFacts Wish) : WishRecord(WishId);
