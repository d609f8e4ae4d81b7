using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>The host goes on with the offer.</summary>
[AuditAction("wish.taken")]
internal sealed record WishTaken(Guid WishId, Guid DraftId) : WishRecord(WishId);
