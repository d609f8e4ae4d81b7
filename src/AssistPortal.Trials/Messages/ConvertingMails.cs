using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;

namespace AssistPortal.Trials.Messages;

/// <summary>Writes the mails of conversions; saving is left to the caller.</summary>
internal sealed class ConvertingMails(
    Outbox outbox, NoticeReaders readers, TrialConvertedMail converted, SiteDeletedMail deleted, SiteOrderedMail ordered)
{
    /// <summary>Tells the customer's administrators.</summary>
    public async Task ConvertedAsync(
        Trial trial, PurchaseOrder order, ConversionPlan plan, CancellationToken cancellationToken)
    {
        foreach (var reader in await readers.CustomersAsync(trial, cancellationToken))
        {
            outbox.Write(converted.For(trial, order, plan, reader));
        }
    }

    /// <summary>Tells the partner's administrators that WebEx can be ordered.</summary>
    public async Task SiteDeletedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken)
    {
        foreach (var reader in await readers.PartnersAsync(trial, cancellationToken))
        {
            outbox.Write(deleted.For(trial, order, reader));
        }
    }

    /// <summary>Tells the partner's administrators that WebEx is ordered.</summary>
    public async Task SiteOrderedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken)
    {
        foreach (var reader in await readers.PartnersAsync(trial, cancellationToken))
        {
            outbox.Write(ordered.For(trial, order, reader));
        }
    }
}
