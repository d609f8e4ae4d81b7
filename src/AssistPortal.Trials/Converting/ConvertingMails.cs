using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;

namespace AssistPortal.Trials.Converting;

/// <summary>Writes the mails of conversions; saving is left to the caller.</summary>
internal sealed class ConvertingMails(
    Outbox outbox, TrialMailPeople people, TrialConvertedMail converted, SiteDeletedMail deleted, SiteOrderedMail ordered)
{
    /// <summary>Tells the customer's administrators.</summary>
    public async Task ConvertedAsync(
        Trial trial, PurchaseOrder order, ConversionPlan plan, CancellationToken cancellationToken)
    {
        foreach (var person in await people.AdministratorsOfAsync(trial, cancellationToken))
        {
            outbox.Write(converted.For(trial, order, plan, person));
        }
    }

    /// <summary>Tells the partner's administrators that WebEx can be ordered.</summary>
    public async Task SiteDeletedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken)
    {
        foreach (var person in await people.PartnersOfAsync(trial, cancellationToken))
        {
            outbox.Write(deleted.For(trial, order, person));
        }
    }

    /// <summary>Tells the partner's administrators that WebEx is ordered.</summary>
    public async Task SiteOrderedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken)
    {
        foreach (var person in await people.PartnersOfAsync(trial, cancellationToken))
        {
            outbox.Write(ordered.For(trial, order, person));
        }
    }
}
