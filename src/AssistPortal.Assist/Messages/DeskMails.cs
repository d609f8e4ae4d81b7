using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// What customers are told when a coordinator has answered, reported, reopened, or forgone a fee. Saving is left to the
/// caller.
/// </summary>
internal sealed class DeskMails(
    PortalDbContext db,
    Outbox outbox,
    LanguageAnswerMail language,
    FeeLockLiftedMail feeLock,
    ReportReadyMail report,
    OrderReopenedMail reopened)
{
    public async Task LanguageAsync(OrderWithRelations whole, bool isConfirmed, CancellationToken cancellationToken) =>
        outbox.Write(
            language.For(whole, isConfirmed, await ThreadAsync(whole, cancellationToken)) with
            {
                Revision = await CountAsync(whole, LanguageAnswerMail.Cause, cancellationToken),
            });

    /// <summary>Cancelling costs what the terms say again.</summary>
    public async Task FeeLockLiftedAsync(
        OrderWithRelations whole, Instant now, CancellationToken cancellationToken) =>
        outbox.Write(
            feeLock.For(whole, now, await ThreadAsync(whole, cancellationToken)) with
            {
                Revision = await CountAsync(whole, FeeLockLiftedMail.Cause, cancellationToken),
            });

    /// <summary>The report, to the order's contact and whoever was named for it.</summary>
    public async Task ReportAsync(OrderWithRelations whole, PostEventReport noted, CancellationToken cancellationToken)
    {
        var revision = await CountAsync(whole, ReportReadyMail.Cause, cancellationToken);
        var thread = await ThreadAsync(whole, cancellationToken);
        outbox.Write(report.For(whole, noted, thread) with { Revision = revision });
        var named = whole.Order.ReportEmail;
        if (named.Length > 0 && !named.Equals(whole.Order.Contact.Email, StringComparison.OrdinalIgnoreCase))
        {
            // What a coordinator says is meant for the contact.
            outbox.Write(report.For(whole with { Words = null }, noted, thread: null) with
            {
                Revision = revision,
                Recipient = named,
                RecipientName = null,
            });
        }
    }

    /// <summary>The order is not completed after all.</summary>
    public async Task ReopenedAsync(OrderWithRelations whole, string reason, CancellationToken cancellationToken) =>
        outbox.Write(
            reopened.For(whole, reason, await ThreadAsync(whole, cancellationToken)) with
            {
                Revision = await CountAsync(whole, OrderReopenedMail.Cause, cancellationToken),
            });

    private Task<int> CountAsync(OrderWithRelations whole, string cause, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id.ToString();
        return db.Set<OutboxMail>()
            .CountAsync(mail => mail.SubjectId == orderId && mail.Cause == cause, cancellationToken);
    }

    private Task<string?> ThreadAsync(OrderWithRelations whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);
}
