using System.Security.Claims;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Makes the pages of single requests.</summary>
public sealed class RequestPages(PortalDbContext db, ShipmentList shipments, ReaderTimes times)
{
    private const int MostOthers = 10;

    /// <summary>The page of a request; null where there is none.</summary>
    public async Task<RequestPage?> OfAsync(Guid id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var request = await db.Set<HelpDeskRequest>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var device = await db.Set<Device>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == request.DeviceId, cancellationToken);
        var trial = await db.Set<Trial>().AsNoTracking().Include(row => row.Services)
            .SingleOrDefaultAsync(row => row.Id == request.TrialId, cancellationToken);
        return new RequestPage
        {
            Request = request,
            Time = await times.OfAsync(user, cancellationToken),
            IsMine = request.TakenBy == user.UserId(),
            Taker = await NameOfAsync(request.TakenBy, cancellationToken),
            Trial = trial,
            Partner = trial is null
                ? null
                : await db.Set<Partner>()
                    .AsNoTracking()
                    .SingleAsync(row => row.Id == trial.PartnerId, cancellationToken),
            Device = device,
            Return = await db.Set<DeviceReturn>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.DeviceId == request.DeviceId, cancellationToken),
            Shipments = request.LoanNumber is { } number
                ? await shipments.FindAsync(row => row.LoanNumber == number, cancellationToken)
                : device is null
                    ? []
                    : await shipments.FindAsync(row => row.Id == device.ShipmentId, cancellationToken),
            Others = await OthersAsync(request, cancellationToken),
        };
    }

    private async Task<string?> NameOfAsync(Guid? userId, CancellationToken cancellationToken) =>
        await db.Users
            .Where(user => user.Id == userId)
            .Select(user => new { user.FirstName, user.LastName })
            .SingleOrDefaultAsync(cancellationToken) is { } found
            ? Wording.Name(found.FirstName, found.LastName)
            : null;

    private async Task<IReadOnlyList<HelpDeskRequest>> OthersAsync(
        HelpDeskRequest request, CancellationToken cancellationToken) =>
        await db.Set<HelpDeskRequest>().AsNoTracking()
            .Where(other => other.Id != request.Id)
            .Where(other => (request.TrialId != null && other.TrialId == request.TrialId)
                || (request.LoanNumber != null && other.LoanNumber == request.LoanNumber))
            .OrderByDescending(other => other.AskedAt)
            .Take(MostOthers)
            .ToListAsync(cancellationToken);
}
