using AssistPortal.BrowserTests.Browsing;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>A portal whose database lacks a table: what a fault looks like.</summary>
public sealed class FaultPageTests(PortalFixture fixture) : BrowserTest(fixture), IAsyncLifetime
{
    public Task InitializeAsync() => Portal.InDatabaseAsync(async db =>
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "OrderDrafts" """));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task A_fault_is_explained_by_a_page_of_our_own(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            visitor => PageTests.AssertErrorPageAsync(visitor, "/assist", 500));
}
