using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Demo;

/// <summary>What is in the database before orders come.</summary>
internal sealed record DemoWorld(
    IReadOnlyDictionary<string, ServicePackage> Packages,
    IReadOnlyList<Site> Sites,
    IReadOnlyList<Producer> Producers,
    IReadOnlyList<MeetingSession> Sessions);

/// <summary>Keeps it for whatever fills the database next: reading it anew would make the first start slower.</summary>
internal sealed class DemoWorlds(PortalDbContext db)
{
    private DemoWorld? filled;

    public void Keep(DemoWorld world) => filled = world;

    /// <summary>The catalogue by code.</summary>
    public Task<Dictionary<string, ServicePackage>> PackagesAsync(CancellationToken cancellationToken) =>
        db.Set<ServicePackage>()
            .Include(package => package.Texts)
            .Include(package => package.CancellationTiers)
            .Include(package => package.RateCards).ThenInclude(card => card.Extras)
            .AsSplitQuery()
            .OrderBy(package => package.Id)
            .ToDictionaryAsync(package => package.Code, StringComparer.Ordinal, cancellationToken);

    public async Task<DemoWorld> GetAsync(CancellationToken cancellationToken) => filled ?? new DemoWorld(
        await PackagesAsync(cancellationToken),
        await db.Set<Site>().OrderBy(site => site.Id).ToListAsync(cancellationToken),
        await db.Set<Producer>().WithParts().ToListAsync(cancellationToken),
        Sessions: []);
}
