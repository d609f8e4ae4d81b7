using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>Somebody has become free, and is held for the host.</summary>
[AuditAction("wish.offered")]
internal sealed record WishOffered(Guid WishId, int ProducerId, Instant HeldUntil) : WishRecord(WishId);
