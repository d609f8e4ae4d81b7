using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads what things of the trials are called; their pages are the help desk's.</summary>
public sealed class AuditTrialNames(PortalDbContext db)
{
    internal async Task AddAsync(
        AuditNames names,
        ILookup<AuditThing, string> wanted,
        ClaimsPrincipal reader,
        CancellationToken cancellationToken)
    {
        var isHelpDesk = reader.IsInRole(TrialRoles.HelpDesk);
        await AddCustomersAsync(names, wanted, isHelpDesk, cancellationToken);
        await AddDevicesAsync(names, wanted, isHelpDesk, cancellationToken);
    }

    private async Task AddCustomersAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, bool isHelpDesk, CancellationToken cancellationToken)
    {
        if (AuditNameReader.Ids(wanted, AuditThing.Trial) is { Count: > 0 } trials)
        {
            foreach (var trial in await db.Set<Trial>().Where(item => trials.Contains(item.Id))
                .Select(item => new { item.Id, item.Company }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Trial, trial.Id, trial.Company);
            }
        }

        if (AuditNameReader.Ids(wanted, AuditThing.Member) is { Count: > 0 } members)
        {
            foreach (var member in await db.Set<OrganisationMember>().Where(item => members.Contains(item.Id))
                .Select(item => new { item.Id, item.Name, item.Email }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Member, member.Id, PersonName.OrAddress(member.Name, member.Email));
            }
        }

        if (AuditNameReader.Ids(wanted, AuditThing.Partner) is { Count: > 0 } partners)
        {
            foreach (var partner in await db.Set<Partner>().Where(item => partners.Contains(item.Id))
                .Select(item => new { item.Id, item.Name }).ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Partner,
                    partner.Id,
                    partner.Name,
                    isHelpDesk ? $"/staff/trials/partners/{partner.Id}" : null);
            }
        }
    }

    private async Task AddDevicesAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, bool isHelpDesk, CancellationToken cancellationToken)
    {
        if (AuditNameReader.Ids(wanted, AuditThing.Request) is { Count: > 0 } requests)
        {
            foreach (var request in await db.Set<HelpDeskRequest>().Where(item => requests.Contains(item.Id))
                .Select(item => new { item.Id, item.AskerName, item.AskerEmail }).ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Request,
                    request.Id,
                    PersonName.OrAddress(request.AskerName, request.AskerEmail),
                    isHelpDesk ? $"/staff/trials/requests/{request.Id}" : null);
            }
        }

        if (AuditNameReader.Ids(wanted, AuditThing.Shipment) is { Count: > 0 } shipments)
        {
            foreach (var shipment in await db.Set<Shipment>().Where(item => shipments.Contains(item.Id))
                .Select(item => new { item.Id, item.LoanNumber }).ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Shipment,
                    shipment.Id,
                    shipment.LoanNumber,
                    isHelpDesk ? $"/staff/trials/shipments/{shipment.Id}" : null);
            }
        }

        if (AuditNameReader.Ids(wanted, AuditThing.Device) is { Count: > 0 } devices)
        {
            foreach (var device in await db.Set<Device>().Where(item => devices.Contains(item.Id))
                .Select(item => new { item.Id, item.ShipmentId, item.Model, item.SerialNumber })
                .ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Device,
                    device.Id,
                    $"{device.Model} {device.SerialNumber}",
                    isHelpDesk ? $"/staff/trials/shipments/{device.ShipmentId}" : null);
            }
        }
    }
}
