using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.HelpDesk.Audit;

[AuditAction("help-desk.request-taken")]
internal sealed record RequestTaken(Guid RequestId) : HelpDeskRecord(RequestId);
