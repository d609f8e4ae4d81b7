using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.UnitTests.Assist.Demo;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Assist.Packages;

public sealed class CatalogueSeedTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task The_catalogue_is_in_the_database()
    {
        var packages = await portal.ReadAsync(db => db.Set<ServicePackage>()
            .Include(package => package.Texts)
            .Include(package => package.RateCards).ThenInclude(card => card.Extras)
            .Include(package => package.CancellationTiers)
            .AsSplitQuery()
            .OrderBy(package => package.DisplayOrder)
            .ToListAsync());

        Assert.Equal(
            ["ec-premium", "ec-standard", "tc-premium", "mc-premium"],
            packages.Select(package => package.Code),
            StringComparer.Ordinal);
        Assert.All(packages, package =>
        {
            Assert.True(package.IsActive);
            Assert.Equal(3, package.Texts.Count);
            Assert.Equal(5, package.RateCards.Count);
            Assert.Equal(3, package.CancellationTiers.Count);
        });
        Assert.True(packages[0] is { IncludesPlanningCall: true, IncludesConsultation: true, IncludesRehearsal: true });
        Assert.True(
            packages[1] is { IncludesPlanningCall: true, IncludesConsultation: false, IncludesRehearsal: false });
        Assert.True(
            packages[2] is { IncludesPlanningCall: true, IncludesConsultation: false, IncludesRehearsal: false });
        Assert.True(
            packages[3] is { IncludesPlanningCall: false, IncludesConsultation: false, IncludesRehearsal: false });
        Assert.Equal(240_000, packages[0].RateCards.Single(card => card.Currency == "USD").BaseFeeMinor);
    }

    [Fact]
    public async Task The_comparison_is_in_the_database()
    {
        var rows = await portal.ReadAsync(db => db.Set<ComparisonRow>()
            .Include(row => row.Texts)
            .Include(row => row.Cells)
            .AsSplitQuery()
            .OrderBy(row => row.DisplayOrder)
            .ToListAsync());

        Assert.Equal(11, rows.Count);
        Assert.Equal(Enumerable.Range(1, 11), rows.Select(row => row.DisplayOrder));
        Assert.All(rows, row => Assert.Equal((3, 4), (row.Texts.Count, row.Cells.Count)));
    }

    [Fact]
    public async Task Filling_again_changes_nothing()
    {
        var before = await portal.ReadAsync(CountAsync);

        var (filled, _) = await portal.FillAsync();

        Assert.False(filled);
        Assert.Equal(before, await portal.ReadAsync(CountAsync));
    }

    private static async Task<(int Packages, int Rows, int Rates)> CountAsync(PortalDbContext db) => (
        await db.Set<ServicePackage>().CountAsync(),
        await db.Set<ComparisonRow>().CountAsync(),
        await db.Set<ExtraRate>().CountAsync());
}
