using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>
/// Reads what things of the trials are called. Pages, people and devices are the help desk's: nobody else reads their
/// names.
/// </summary>
public sealed class AuditTrialNames(PortalDbContext db, IStringLocalizer<AuditFieldTexts> texts)
{
    private static readonly AuditThing[] OfHelpDesk =
        [AuditThing.Member, AuditThing.Request, AuditThing.Shipment, AuditThing.Device];

    internal async Task AddAsync(
        AuditNames names,
        ILookup<AuditThing, string> wanted,
        ClaimsPrincipal reader,
        CancellationToken cancellationToken)
    {
        var isHelpDesk = reader.IsInRole(TrialRoles.HelpDesk);
        await AddCustomersAsync(names, wanted, isHelpDesk, cancellationToken);
        if (isHelpDesk)
        {
            await AddPeopleAsync(names, wanted, cancellationToken);
            await AddDevicesAsync(names, wanted, cancellationToken);
            return;
        }

        foreach (var thing in OfHelpDesk)
        {
            foreach (var key in wanted[thing])
            {
                names.Add(thing, key, texts["Value.HelpDesk"]);
            }
        }
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

    private async Task AddPeopleAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, CancellationToken cancellationToken)
    {
        if (AuditNameReader.Ids(wanted, AuditThing.Member) is { Count: > 0 } members)
        {
            foreach (var member in await db.Set<OrganisationMember>().Where(item => members.Contains(item.Id))
                .Select(item => new { item.Id, item.Name, item.Email }).ToListAsync(cancellationToken))
            {
                names.Add(AuditThing.Member, member.Id, PersonName.OrAddress(member.Name, member.Email));
            }
        }

        if (AuditNameReader.Ids(wanted, AuditThing.Request) is { Count: > 0 } requests)
        {
            foreach (var request in await db.Set<HelpDeskRequest>().Where(item => requests.Contains(item.Id))
                .Select(item => new { item.Id, item.AskerName, item.AskerEmail }).ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Request,
                    request.Id,
                    PersonName.OrAddress(request.AskerName, request.AskerEmail),
                    $"/staff/trials/requests/{request.Id}");
            }
        }
    }

    private async Task AddDevicesAsync(
        AuditNames names, ILookup<AuditThing, string> wanted, CancellationToken cancellationToken)
    {
        if (AuditNameReader.Ids(wanted, AuditThing.Shipment) is { Count: > 0 } shipments)
        {
            foreach (var shipment in await db.Set<Shipment>().Where(item => shipments.Contains(item.Id))
                .Select(item => new { item.Id, item.LoanNumber }).ToListAsync(cancellationToken))
            {
                names.Add(
                    AuditThing.Shipment,
                    shipment.Id,
                    shipment.LoanNumber,
                    $"/staff/trials/shipments/{shipment.Id}");
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
                    $"/staff/trials/shipments/{device.ShipmentId}");
            }
        }
    }
}
