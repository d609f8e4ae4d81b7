using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.HelpDesk.Audit;

[AuditAction("help-desk.request-answered")]
internal sealed record RequestAnswered(Guid RequestId, HelpDeskRequestKind Kind) : HelpDeskRecord(RequestId);
