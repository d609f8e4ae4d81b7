using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Data.Work;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// Changes meetings on their sites after their orders have moved. What is to be changed stands in the database: a
/// server that dies over it leaves it to the next one. A failure never touches the order.
/// </summary>
internal sealed partial class MeetingChanges(
    PortalDbContext db,
    IEnumerable<IMeetingDirectory> directories,
    OrderReader orders,
    OrderConsequences consequences,
    OutboxSignal outboxSignal,
    IClock clock,
    ILogger<MeetingChanges> logger)
{
    /// <summary>For how long a server has a change to itself; far more than one takes.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    // A directory gives up by itself before that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Changes the meetings that another server has left.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var due = await Free().OrderBy(update => update.ConfirmedAt)
            .Select(update => update.Id)
            .Take(20)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await RunAsync(id, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>Changes the meeting of one confirmed update, unless that is done, or another server is at it.</summary>
    public async Task RunAsync(Guid updateId, CancellationToken cancellationToken)
    {
        Instant? until = clock.GetCurrentInstant() + Lease;
        var claimed = await Free()
            .Where(update => update.Id == updateId)
            .ExecuteUpdateAsync(set => set.SetProperty(update => update.MeetingLeaseUntil, until), cancellationToken);
        if (claimed == 0)
        {
            return;
        }

        var update = await db.Set<OrderUpdate>().SingleAsync(item => item.Id == updateId, cancellationToken);
        var whole = (await orders.FindAsync(order => order.Id == update.OrderId, cancellationToken))!;
        if (whole.Order.State != OrderState.Placed || whole.Order.Time.Start != update.Start)
        {
            // It was cancelled or moved again meanwhile: that later step has told the customer what to do.
            update.EndMeeting(MeetingFollowUp.Later, failure: null);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var failure = await TryAsync(whole, cancellationToken);
        update.EndMeeting(failure is null ? MeetingFollowUp.Changed : MeetingFollowUp.Failed, failure);
        await consequences.MeetingChangedAsync(whole, update, failure, clock.GetCurrentInstant(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        outboxSignal.Notify();
    }

    private async Task<DirectoryException?> TryAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var session = new SessionReference(whole.Order.SessionKey ?? "", whole.Order.SessionHostEmail ?? "");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await directories.Single(directory => directory.Kind == whole.Site.DirectoryKind)
                .RescheduleAsync(whole.Site, session, whole.Order.Time, patience.Token)
                .WaitAsync(patience.Token);
            return null;
        }
#pragma warning disable CA1031 // Whatever a directory does, the order stands, and the customer is told.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var failure = fault as DirectoryException
                ?? new DirectoryException(DirectoryFault.Unavailable, inner: fault);
            MeetingNotChanged(logger, whole.Site.Id, failure.Fault, failure.TrackingId);
            return failure;
        }
    }

    private IQueryable<OrderUpdate> Free() => db.Set<OrderUpdate>()
        .Where(update => update.Meeting == MeetingFollowUp.Pending)
        .WithoutLease(update => update.MeetingLeaseUntil, clock.GetCurrentInstant(), Lease);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The meeting directory of site {SiteId} did not change a meeting: {Fault} {TrackingId}")]
    private static partial void MeetingNotChanged(ILogger logger, int siteId, DirectoryFault fault, string? trackingId);
}
