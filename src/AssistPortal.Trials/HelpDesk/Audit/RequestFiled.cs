using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.HelpDesk.Audit;

[AuditAction("help-desk.request-filed")]
internal sealed record RequestFiled(
    Guid RequestId, HelpDeskRequestKind Kind, Guid? TrialId, Guid? DeviceId) : HelpDeskRecord(RequestId);
