using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>What the page of an order's sessions shows.</summary>
public sealed class SessionPages(PortalDbContext db, StaffOrders orders, SessionFreeTimes times)
{
    /// <summary>The form as it begins; null where the session to be moved is not there.</summary>
    public async Task<SessionInput?> FormOfAsync(
        WholeOrder whole, Guid? sessionId, SessionKind? kind, CancellationToken cancellationToken)
    {
        if (sessionId is null)
        {
            var wanted = kind ?? OwedSessions.Of(whole.Order).Select(owed => (SessionKind?)owed).FirstOrDefault() ?? SessionKind.PlanningCall;
            return new SessionInput
            {
                Kind = $"{wanted}",
                ProducerId = $"{whole.Order.ProducerId}",
                DurationMinutes = $"{OwedSessions.LongestMinutes(wanted)}",
            };
        }

        var session = (await orders.SessionsAsync(whole.Order.Id, cancellationToken))
            .FirstOrDefault(item => item.Session.Id == sessionId)?.Session;
        if (session is null)
        {
            return null;
        }

        var input = new SessionInput
        {
            SessionId = $"{session.Id}",
            Version = $"{session.Version}",
            Kind = $"{session.Kind}",
            ProducerId = $"{session.ProducerId}",
            DurationMinutes = $"{session.DurationMinutes}",
        };
        input.SetStart(session.Start.InZone(whole.Order.Time.LocalStart.Zone));
        return input;
    }

    public async Task<SessionsPage> OfAsync(WholeOrder whole, SessionInput input, CancellationToken cancellationToken)
    {
        var (packageId, producerId) = (whole.Order.PackageId, whole.Order.ProducerId);
        var minutes = Tolerant.Number(input.DurationMinutes) is { } typed && typed is > 0 and <= 60 && typed % 15 == 0 ? typed : 60;
        return new SessionsPage(
            whole,
            input,
            await orders.SessionsAsync(whole.Order.Id, cancellationToken),
            await db.Set<Producer>().AsNoTracking()
                .Where(producer => producer.Id == producerId
                    || (producer.IsActive && producer.Qualifications.Any(item => item.PackageId == packageId)))
                .OrderByDescending(producer => producer.Id == producerId)
                .ThenBy(producer => producer.Name)
                .ToListAsync(cancellationToken),
            await times.FindAsync(whole.Order, Tolerant.Number(input.ProducerId) ?? producerId, minutes, cancellationToken),
            input.Doubled(whole.Order.Time.LocalStart.Zone),
            HasChanged: false);
    }
}
