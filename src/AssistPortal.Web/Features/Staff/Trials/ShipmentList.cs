using System.Linq.Expressions;
using AssistPortal.Data;
using AssistPortal.Data.Paging;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Finds shipments with whose they are, the latest first.</summary>
public sealed class ShipmentList(PortalDbContext db)
{
    public const int PageSize = 50;

    private const int MostFound = 20;

    public async Task<ShipmentListPage> ReadAsync(
        ShipmentListInput input, OwnTime time, CancellationToken cancellationToken)
    {
        var shipments = db.Set<Shipment>().AsNoTracking();
        if (LoanNumber.Of(input.Q) is { Length: > 0 } number)
        {
            shipments = shipments.Where(shipment => shipment.LoanNumber.StartsWith(number));
        }

        if (MomentKey.Read(Tolerant.Code(input.After)) is { } place)
        {
            shipments = shipments.Beyond(row => row.ShippedAt, row => row.Id, ascending: false, place.Moment, place.Id);
        }

        var found = await shipments.Include(shipment => shipment.Devices)
            .SortedBy(row => row.ShippedAt, row => row.Id, ascending: false)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new ShipmentListPage
        {
            Input = input,
            Rows = await RowsAsync([.. found.Take(PageSize)], cancellationToken),
            HasMore = found.Count > PageSize,
            Time = time,
        };
    }

    /// <summary>Those few for which a condition is true.</summary>
    public async Task<IReadOnlyList<ShipmentRow>> FindAsync(
        Expression<Func<Shipment, bool>> which, CancellationToken cancellationToken) =>
        await RowsAsync(
            await db.Set<Shipment>().AsNoTracking()
                .Include(shipment => shipment.Devices)
                .Where(which)
                .OrderByDescending(shipment => shipment.ShippedAt)
                .Take(MostFound)
                .ToListAsync(cancellationToken),
            cancellationToken);

    private async Task<IReadOnlyList<ShipmentRow>> RowsAsync(
        IReadOnlyList<Shipment> shipments, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. shipments.Select(shipment => shipment.TrialId).Distinct()];
        var trials = await db.Set<Trial>()
            .Where(trial => ids.Contains(trial.Id))
            .Join(
                db.Set<Partner>(),
                trial => trial.PartnerId,
                partner => partner.Id,
                (trial, partner) => new { trial.Id, trial.Company, partner.Name })
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. shipments.Select(shipment =>
            new ShipmentRow(shipment, trials[shipment.TrialId].Company, trials[shipment.TrialId].Name))];
    }
}
