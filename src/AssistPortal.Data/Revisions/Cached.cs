using System.Diagnostics;
using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Revisions;

/// <summary>
/// Data that is read with every request and hardly ever changes, kept in memory while the database says that it is
/// still the same. It is shared by all requests: nobody may change it, or attach its entities to a context.
/// </summary>
public sealed class Cached<T>
    where T : class
{
    private readonly CachedStore<T> store;
    private readonly RevisionStamps stamps;
    private readonly PortalDbContext db;
    private T? ours;

    internal Cached(CachedStore<T> store, RevisionStamps stamps, PortalDbContext db)
    {
        this.store = store;
        this.stamps = stamps;
        this.db = db;
    }

    /// <summary>The data as of this request.</summary>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        ours ??= await store.GetAsync(await stamps.OfAsync(store.Topic, cancellationToken), db, cancellationToken);
}

/// <summary>What a process keeps of one kind.</summary>
internal sealed class CachedStore<T>(string topic, Func<PortalDbContext, CancellationToken, Task<T>> read)
    where T : class
{
    private volatile Copy? last;
    private int rereading;

    internal string Topic => topic;

    /// <summary>How soon an edit is noticed that went past the portal, by hand in the database for example.</summary>
    internal TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(5);

    /// <param name="stamp">Read before the data: a change in between makes the next request read it again.</param>
    /// <param name="db">Where to read it from.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async ValueTask<T> GetAsync(Guid stamp, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (last is not { } known || known.Stamp != stamp)
        {
            return await ReadAsync(stamp, db, cancellationToken);
        }

        if (Stopwatch.GetElapsedTime(known.ReadAt) < Longest || Interlocked.Exchange(ref rereading, 1) == 1)
        {
            return known.Data;
        }

        try
        {
            return await ReadAsync(stamp, db, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref rereading, 0);
        }
    }

    private async Task<T> ReadAsync(Guid stamp, PortalDbContext db, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var data = await read(db, cancellationToken);
        last = new Copy(stamp, began, data);
        return data;
    }

    private sealed record Copy(Guid Stamp, long ReadAt, T Data);
}

public static class CachedSetup
{
    /// <summary>Lets a module's log be read along with the stamps.</summary>
    public static IServiceCollection AddChangeLog<T>(this IServiceCollection services)
        where T : ChangeLog
    {
        services.AddRevisionStamps();
        return services.AddSingleton<T>().AddSingleton<ChangeLog>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Keeps data under a topic that the module's configurations name and seed.</summary>
    public static IServiceCollection AddCached<T>(
        this IServiceCollection services, string topic, Func<PortalDbContext, CancellationToken, Task<T>> read)
        where T : class
    {
        services.AddRevisionStamps();
        return services.AddSingleton(new CachedStore<T>(topic, read)).AddComposed<Cached<T>>();
    }

    private static void AddRevisionStamps(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(RevisionStamps)))
        {
            services.AddComposed<RevisionStamps>();
        }
    }
}
