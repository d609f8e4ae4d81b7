using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Waiting.Audit;

/// <summary>What happened to a waiting wish.</summary>
internal abstract record WishRecord(Guid WishId) : AuditRecord<WaitingWish>($"{WishId}");
