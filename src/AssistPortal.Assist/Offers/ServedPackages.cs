using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Offers;

/// <summary>
/// Which packages somebody is qualified for: nobody can order the others. It is kept in memory and shared.
/// </summary>
public sealed class ServedPackages
{
    private readonly ILookup<int, (LocalDate? Until, DateTimeZone Zone)> qualified;

    private ServedPackages(ILookup<int, (LocalDate? Until, DateTimeZone Zone)> qualified) => this.qualified = qualified;

    /// <summary>Whether an active producer is qualified for the package, then or later.</summary>
    public bool Has(int packageId, Instant now) =>
        qualified[packageId].Any(item => item.Until is not { } last || last >= now.InZone(item.Zone).Date);

    internal static async Task<ServedPackages> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from producer in db.Set<Producer>()
            where producer.IsActive
            from qualification in producer.Qualifications
            select new { qualification.PackageId, qualification.ValidUntil, producer.TimeZone })
            .ToListAsync(cancellationToken);
        return new ServedPackages(rows.ToLookup(
            row => row.PackageId, row => (row.ValidUntil, DateTimeZoneProviders.Tzdb[row.TimeZone])));
    }
}
