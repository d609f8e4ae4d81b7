using System.Collections.Concurrent;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using NodaTime;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// A database with schema, catalogue and demo data, filled once per test run and copied for each portal.
/// </summary>
public static class DemoDatabase
{
    /// <summary>The time of the usual clock, from which the demo data is counted.</summary>
    public static readonly Instant Now = TestClock.AtStartOfDecember2026().GetCurrentInstant();

    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<TestDatabase>> Filled = new();

    /// <summary>For portals that begin at <see cref="Now" />; without templates the first portal fills it.</summary>
    /// <exception cref="InvalidOperationException">There is no server of that kind.</exception>
    public static TestDatabase Create(DatabaseProvider provider) =>
        TestDatabase.HasTemplates(provider) ? Template(provider).Copy() : TestDatabase.Create(provider);

    internal static TestDatabase Template(DatabaseProvider provider) =>
        Filled.GetOrAdd(provider, kind => new Lazy<TestDatabase>(() => Fill(kind))).Value;

    private static TestDatabase Fill(DatabaseProvider provider)
    {
        var database = TestDatabase.Create(provider);
        using (var portal = PortalFactory.WithoutTemplate(new PortalSetup { Database = database }))
        {
            _ = portal.Services;
        }

        return database.AsTemplate();
    }
}
