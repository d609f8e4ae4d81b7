using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>
/// Forgets who of a customer asked the help desk, and what they said, once their organisation is gone. What is open
/// still needs an answer: it is forgotten with that.
/// </summary>
internal sealed class AskerErasure(PortalDbContext db)
{
    /// <summary>Erases from all that is answered; may be repeated.</summary>
    public Task EraseAsync(Trial trial, CancellationToken cancellationToken) =>
        db.Set<HelpDeskRequest>()
            .Where(request => request.TrialId == trial.Id && request.State == HelpDeskRequestState.Answered)
            .Where(request => !db.Set<PartnerMember>().Any(member => member.UserId == request.AskedBy))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(request => request.AskerEmail, "")
                    .SetProperty(request => request.AskerName, "")
                    .SetProperty(request => request.Text, "")
                    .SetProperty(request => request.Answer, "")
                    .SetProperty(request => request.PostalAddress, (string?)null),
                cancellationToken);

    /// <summary>Forgets the asker of a request that was just answered, where their organisation is gone.</summary>
    public async Task ForgetAsync(HelpDeskRequest request, CancellationToken cancellationToken)
    {
        if (await db.Set<Trial>()
            .AnyAsync(trial => trial.Id == request.TrialId && trial.ErasedAt != null, cancellationToken)
            && !await db.Set<PartnerMember>().AnyAsync(member => member.UserId == request.AskedBy, cancellationToken))
        {
            request.Forget();
        }
    }
}
