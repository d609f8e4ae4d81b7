using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.HelpDesk.Audit;

[AuditAction("help-desk.request-released")]
internal sealed record RequestReleased(Guid RequestId, Guid? TakenBy) : HelpDeskRecord(RequestId);
