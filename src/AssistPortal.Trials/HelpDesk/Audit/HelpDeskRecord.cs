using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.HelpDesk.Audit;

/// <summary>An act on a request to the help desk.</summary>
internal abstract record HelpDeskRecord(Guid RequestId) : AuditRecord<HelpDeskRequest>($"{RequestId}");
