using AssistPortal.Assist.Attention;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Jobs.Audit;

/// <summary>
/// A coordinator has one thing done to several orders; what is done to each has entries of its own.
/// </summary>
/// <param name="JobId">The job.</param>
/// <param name="Act">What is done.</param>
/// <param name="Orders">To how many orders.</param>
/// <param name="OwnerId">Who looks after them from then on; null for nobody, or another act.</param>
/// <param name="ProducerId">Who assists; null for whoever is free, or another act.</param>
/// <param name="Mark">As what they are marked; null for another act.</param>
/// <param name="Matter">What has been dealt with; null for whatever is, or another act.</param>
/// <param name="IsWaived">Whether the fee of cancelling is forgone.</param>
/// <param name="Reason">Why; null where nobody says.</param>
[AuditAction("job.begun")]
internal sealed record OrderJobBegun(
    Guid JobId,
    OrderJobAct Act,
    int Orders,
    Guid? OwnerId,
    int? ProducerId,
    OrderJobMark? Mark,
    AttentionReason? Matter,
    bool IsWaived,
    string? Reason)
    : OrderJobRecord(JobId);
