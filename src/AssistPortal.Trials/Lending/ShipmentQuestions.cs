using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Lending;

/// <summary>
/// Partners ask where a shipment is. Whether there is such a number, or whose it is, nobody learns by asking.
/// </summary>
public sealed class ShipmentQuestions
{
    private const int MostShown = 50;

    private readonly PortalDbContext db;
    private readonly PartnerAccess access;
    private readonly RequestFiling filing;
    private readonly HelpDeskMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal ShipmentQuestions(
        PortalDbContext db,
        PartnerAccess access,
        RequestFiling filing,
        HelpDeskMails mails,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.access, this.filing, this.mails, this.signal, this.clock) =
            (db, access, filing, mails, signal, clock);

    /// <summary>Files the question and mails it to the help desk.</summary>
    /// <param name="number">A demo loan number, as <see cref="LoanNumber.Of"/> gives it.</param>
    /// <param name="text">What else is said; empty for nothing.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="cancellationToken">Nothing is filed then.</param>
    public async Task AskAsync(string number, string text, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var trialId = await db.Set<Shipment>()
            .Where(shipment => shipment.LoanNumber == number)
            .Join(
                access.TrialsOf(userId),
                shipment => shipment.TrialId,
                trial => trial.Id,
                (shipment, _) => (Guid?)shipment.TrialId)
            .FirstOrDefaultAsync(cancellationToken);
        var subject = new HelpDeskSubject(trialId) { LoanNumber = number, Text = text };
        var request = await filing.FileAsync(HelpDeskRequestKind.Shipment, userId, subject, now, cancellationToken);
        mails.WriteQuestion(request);
        await db.SaveChangesAsync(cancellationToken);
        signal.Notify();
    }

    /// <summary>What somebody has asked, the latest first.</summary>
    public async Task<IReadOnlyList<HelpDeskRequest>> OfAsync(Guid userId, CancellationToken cancellationToken) =>
        await db.Set<HelpDeskRequest>().AsNoTracking()
            .Where(request => request.AskedBy == userId && request.Kind == HelpDeskRequestKind.Shipment)
            .OrderByDescending(request => request.AskedAt)
            .ThenByDescending(request => request.Id)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
}
