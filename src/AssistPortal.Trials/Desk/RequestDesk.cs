using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Devices.Audit;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.HelpDesk.Audit;
using AssistPortal.Trials.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Desk;

/// <summary>
/// What the help desk does with requests. One person at a time looks after each; whoever acts on one takes it.
/// </summary>
public sealed class RequestDesk
{
    private readonly PortalDbContext db;
    private readonly HelpDeskMails mails;
    private readonly SiteOrders siteOrders;
    private readonly AskerErasure erasure;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal RequestDesk(
        PortalDbContext db,
        HelpDeskMails mails,
        SiteOrders siteOrders,
        AskerErasure erasure,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.mails, this.siteOrders, this.erasure, this.signal, this.clock) =
            (db, mails, siteOrders, erasure, signal, clock);

    /// <summary>Takes a request that nobody has.</summary>
    public Task<RequestOutcome> TakeAsync(Guid id, Guid userId, CancellationToken cancellationToken) =>
        ActAsync(id, userId, (request, now) =>
        {
            db.Audit(new RequestTaken(id), userId, now);
            return Task.FromResult(RequestOutcome.Done);
        }, cancellationToken);

    /// <summary>Gives a request back to the queue, whoever has it: people fall ill.</summary>
    public async Task<RequestOutcome> ReleaseAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } request)
        {
            return RequestOutcome.Gone;
        }

        if (request.State != HelpDeskRequestState.Open)
        {
            return RequestOutcome.Answered;
        }

        db.Audit(new RequestReleased(id, request.TakenBy), userId, clock.GetCurrentInstant());
        request.Release();
        return await SaveAsync(id, userId, cancellationToken);
    }

    /// <summary>Answers in words, by mail and on the asker's page.</summary>
    public Task<RequestOutcome> AnswerAsync(Guid id, string answer, Guid userId, CancellationToken cancellationToken) =>
        ActAsync(id, userId, (request, now) =>
        {
            if (request.Kind is HelpDeskRequestKind.SiteDeletion or HelpDeskRequestKind.Return)
            {
                return Task.FromResult(RequestOutcome.NotNow);
            }

            Close(request, answer, userId, now);
            mails.WriteAnswer(request);
            return Task.FromResult(RequestOutcome.Done);
        }, cancellationToken);

    /// <summary>The new label was posted.</summary>
    public Task<RequestOutcome> SendLabelAsync(Guid id, Guid userId, CancellationToken cancellationToken) =>
        ActAsync(id, userId, async (request, now) =>
        {
            if (request.Kind != HelpDeskRequestKind.Label)
            {
                return RequestOutcome.NotNow;
            }

            Close(request, mails.LabelAnswer(request), userId, now);
            mails.WriteLabelSent(
                request,
                await db.Set<Device>().SingleAsync(device => device.Id == request.DeviceId, cancellationToken));
            return RequestOutcome.Done;
        }, cancellationToken);

    /// <summary>A trial's site was deleted: its URL is free for the order that waits for it.</summary>
    public Task<RequestOutcome> NoteSiteDeletedAsync(Guid id, Guid userId, CancellationToken cancellationToken) =>
        ActAsync(id, userId, async (request, now) =>
        {
            if (request.Kind != HelpDeskRequestKind.SiteDeletion)
            {
                return RequestOutcome.NotNow;
            }

            await siteOrders.NoteDeletedAsync(id, userId, now, cancellationToken);
            Close(request, mails.SiteAnswer(request), userId, now);
            return RequestOutcome.Done;
        }, cancellationToken);

    /// <summary>Notes how far a return is. With the last step the request is answered.</summary>
    /// <param name="id">The request.</param>
    /// <param name="next">Picked up, received or closed.</param>
    /// <param name="userId">Who notes it.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public Task<RequestOutcome> NoteReturnAsync(
        Guid id, DeviceState next, Guid userId, CancellationToken cancellationToken) =>
        ActAsync(id, userId, async (request, now) =>
        {
            if (request.Kind != HelpDeskRequestKind.Return)
            {
                return RequestOutcome.NotNow;
            }

            var device = await db.Set<Device>().SingleAsync(item => item.Id == request.DeviceId, cancellationToken);
            var item = await db.Set<DeviceReturn>().SingleAsync(row => row.DeviceId == device.Id, cancellationToken);
            if (!device.CanBecome(next))
            {
                return RequestOutcome.NotNow;
            }

            db.Audit(new DeviceMoved(device.TrialId, device.Id, Change.Between(device.State, next)), userId, now);
            device.GoOn(next, now);
            item.Note(next, now);
            if (next == DeviceState.Closed)
            {
                Close(request, mails.ReturnAnswer(request, item), userId, now);
                mails.WriteAnswer(request);
            }

            return RequestOutcome.Done;
        }, cancellationToken);

    private async Task<RequestOutcome> ActAsync(
        Guid id,
        Guid userId,
        Func<HelpDeskRequest, Instant, Task<RequestOutcome>> act,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } request)
        {
            return RequestOutcome.Gone;
        }

        if (RefusalOf(request, userId) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        if (request.TakenBy is null)
        {
            request.Take(userId, now);
        }

        var outcome = await act(request, now);
        if (outcome != RequestOutcome.Done)
        {
            return outcome;
        }

        if (request.State == HelpDeskRequestState.Answered)
        {
            await erasure.ForgetAsync(request, cancellationToken);
        }

        return await SaveAsync(id, userId, cancellationToken);
    }

    private void Close(HelpDeskRequest request, string answer, Guid userId, Instant now)
    {
        request.Close(userId, answer, now);
        db.Audit(new RequestAnswered(request.Id, request.Kind), userId, now);
    }

    private static RequestOutcome? RefusalOf(HelpDeskRequest request, Guid userId) => request switch
    {
        { State: not HelpDeskRequestState.Open } => RequestOutcome.Answered,
        { TakenBy: { } other } when other != userId => RequestOutcome.TakenByOther,
        _ => null,
    };

    private Task<HelpDeskRequest?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<HelpDeskRequest>().SingleOrDefaultAsync(request => request.Id == id, cancellationToken);

    private async Task<RequestOutcome> SaveAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            signal.Notify();
            return RequestOutcome.Done;
        }
        catch (DbUpdateException failure)
        {
            // Two at the same moment write the same mail, whose key refuses the second before the request's version
            // does.
            db.ChangeTracker.Clear();
            if (await FindAsync(id, cancellationToken) is { } now && RefusalOf(now, userId) is { } refusal)
            {
                return refusal;
            }

            if (failure is DbUpdateConcurrencyException)
            {
                return RequestOutcome.NotNow;
            }

            throw;
        }
    }
}
