using AssistPortal.Data;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>What the demo partner's customers have, as addresses name it.</summary>
public sealed record TrialThings(Guid Trial, Guid Device, Guid Member, Guid Request, Guid Shipment, Guid Partner)
{
    /// <summary>A trial of the demo partner with devices, and a user of the demo customer.</summary>
    public static async Task<TrialThings> OfAsync(PortalDbContext db)
    {
        var shipment = await db.Set<Shipment>()
            .Include(item => item.Devices)
            .OrderBy(item => item.ShippedAt)
            .FirstAsync();
        var trial = await db.Set<Trial>().SingleAsync(item => item.Id == shipment.TrialId);
        return new TrialThings(
            trial.Id,
            shipment.Devices[0].Id,
            await db.Set<OrganisationMember>()
                .Where(item => item.Email == "customer@demo.example")
                .Select(item => item.Id)
                .SingleAsync(),
            await db.Set<HelpDeskRequest>().OrderBy(item => item.AskedAt).Select(item => item.Id).FirstAsync(),
            shipment.Id,
            trial.PartnerId);
    }

    /// <summary>What the id in an address of the trials module stands for; elsewhere nothing that is there.</summary>
    public Guid IdIn(string path) =>
        path.StartsWith("/my-trial/users/", StringComparison.Ordinal) ? Member
        : path.StartsWith("/trials/", StringComparison.Ordinal) ? Trial
        : path.StartsWith("/staff/trials/requests/", StringComparison.Ordinal) ? Request
        : path.StartsWith("/staff/trials/shipments/", StringComparison.Ordinal) ? Shipment
        : path.StartsWith("/staff/trials/partners/", StringComparison.Ordinal) ? Partner
        : Guid.NewGuid();
}
