using AssistPortal.Assist;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Details;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Data.Revisions;

/// <summary>What is kept in memory is read again as soon as any server has changed it, and not before.</summary>
public abstract class CachedTests(DatabaseProvider provider) : IDisposable
{
    private readonly PortalFile file = new(provider);
    private int reads;

    public void Dispose() => file.Dispose();

    [DatabaseFact]
    public async Task It_is_read_once_while_nothing_changes()
    {
        var store = NewStore();
        Assert.Equal(0, await RequestAsync(store));
        Assert.Equal(0, await RequestAsync(store));

        await file.AddUserAsync();
        Assert.Equal(0, await RequestAsync(store));
        Assert.Equal(1, reads);
    }

    [DatabaseFact]
    public async Task Every_server_sees_a_change_with_its_next_request()
    {
        var (one, other) = (NewStore(), NewStore());
        await RequestAsync(one);
        await RequestAsync(other);

        var site = await file.AddSiteAsync();
        Assert.Equal((1, 1), (await RequestAsync(one), await RequestAsync(other)));

        await using (var db = file.NewContext())
        {
            db.Remove(site);
            await db.SaveChangesAsync();
        }

        Assert.Equal((0, 0), (await RequestAsync(one), await RequestAsync(other)));
    }

    [DatabaseFact]
    public async Task Within_a_request_it_stays_the_same()
    {
        var store = NewStore();
        await using var db = file.NewContext();
        using var stamps = new RevisionStamps(db);
        var kept = new Cached<Counted>(store, stamps, db);
        Assert.Equal(0, (await kept.GetAsync(default)).Sites);

        await file.AddSiteAsync();
        Assert.Equal(0, (await kept.GetAsync(default)).Sites);
    }

    [DatabaseFact]
    public async Task What_a_site_offers_counts_as_a_change_of_the_catalogue()
    {
        var package = await file.AddPackageAsync();
        var site = await file.AddSiteAsync();
        var before = await StampAsync(AssistTopics.Catalogue);

        await using (var db = file.NewContext())
        {
            (await db.Set<Site>().Include(item => item.Packages).SingleAsync(item => item.Id == site.Id))
                .Offer(await db.Set<ServicePackage>().Where(item => item.Id == package.Id).ToListAsync());
            await db.SaveChangesAsync();
        }

        Assert.NotEqual(before, await StampAsync(AssistTopics.Catalogue));
    }

    [DatabaseFact]
    public async Task A_save_that_fails_or_is_rolled_back_changes_nothing()
    {
        var site = await file.AddSiteAsync();
        var before = await StampAsync(AssistTopics.Catalogue);

        await Assert.ThrowsAsync<DbUpdateException>(() => file.AddSiteAsync(site.HostName));
        await using (var db = file.NewContext())
        {
            await db.InTransactionAsync(
                async cancellation =>
                {
                    db.Add(new Site("Gone", "gone.meetings.example", "USD"));
                    await db.SaveChangesAsync(cancellation);
                    return (Commit: false, Result: true);
                },
                default);
        }

        Assert.Equal(before, await StampAsync(AssistTopics.Catalogue));
    }

    [DatabaseFact]
    public async Task Two_changes_in_one_request_are_two_stamps_and_other_topics_keep_theirs()
    {
        var catalogue = await StampAsync(AssistTopics.Catalogue);
        await using var db = file.NewContext();
        var producer = new Producer(SampleDetails.Producer());
        db.Add(producer);
        await db.SaveChangesAsync();
        var first = await StampAsync(AssistTopics.Producers);

        producer.Change(SampleDetails.Producer("Ada L."));
        await db.SaveChangesAsync();

        Assert.NotEqual(first, await StampAsync(AssistTopics.Producers));
        Assert.Equal(catalogue, await StampAsync(AssistTopics.Catalogue));
    }

    [DatabaseFact]
    public async Task An_edit_by_hand_is_noticed_after_a_while()
    {
        await file.AddSiteAsync();
        var (patient, hasty) = (NewStore(), NewStore(TimeSpan.Zero));
        await RequestAsync(patient);
        await RequestAsync(hasty);

        await using (var db = file.NewContext())
        {
            await db.Set<Site>().ExecuteDeleteAsync();
        }

        Assert.Equal((1, 0), (await RequestAsync(patient), await RequestAsync(hasty)));
    }

    private CachedStore<Counted> NewStore(TimeSpan? longest = null) =>
        new(AssistTopics.Catalogue, async (db, cancellation) =>
        {
            reads++;
            return new Counted(await db.Set<Site>().CountAsync(cancellation));
        })
        {
            Longest = longest ?? TimeSpan.FromHours(1),
        };

    private async Task<int> RequestAsync(CachedStore<Counted> store)
    {
        await using var db = file.NewContext();
        using var stamps = new RevisionStamps(db);
        return (await new Cached<Counted>(store, stamps, db).GetAsync(default)).Sites;
    }

    private async Task<Guid> StampAsync(string topic)
    {
        await using var db = file.NewContext();
        return (await db.Set<Revision>().SingleAsync(revision => revision.Topic == topic)).Stamp;
    }

    private sealed record Counted(int Sites);
}

public sealed class CachedOnSqlite() : CachedTests(DatabaseProvider.Sqlite);

public sealed class CachedOnPostgreSql() : CachedTests(DatabaseProvider.PostgreSql);

public sealed class CachedOnSqlServer() : CachedTests(DatabaseProvider.SqlServer);
