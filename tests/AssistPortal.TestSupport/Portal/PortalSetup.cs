using AssistPortal.TestSupport.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime.Testing;

namespace AssistPortal.TestSupport.Portal;

/// <summary>How a portal under test differs from the usual one.</summary>
public sealed record PortalSetup
{
    public FakeClock Clock { get; init; } = TestClock.AtStartOfDecember2026();

    /// <summary>Whether it goes by this machine's time, as portals do, instead of by <see cref="Clock"/>.</summary>
    public bool GoesByRealTime { get; init; }

    public string Environment { get; init; } = Environments.Development;

    /// <summary>Whether the demo data is filled in.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The folder of another portal, to go on where it stopped; null makes a new one.</summary>
    public PortalFolder? Folder { get; init; }

    /// <summary>
    /// The database server's database to use, with the schema in it; null keeps an SQLite file in the folder.
    /// </summary>
    public TestDatabase? Database { get; init; }

    /// <summary>Settings beside the usual ones, or instead of them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services; called after the portal has added its own.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}
