using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Sites;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>Asks a site's meeting directory, and never lets its faults or its slowness reach the order.</summary>
public sealed partial class MeetingLookup(
    IEnumerable<IMeetingDirectory> directories,
    IOptions<OrderingOptions> options,
    IClock clock,
    ILogger<MeetingLookup> logger)
{
    /// <summary>How long a host is kept waiting.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The host's coming sessions, or null when the directory gives no answer.</summary>
    public async Task<IReadOnlyList<DirectorySession>?> FindAsync(
        Site site, SessionHost host, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var horizon = now.InUtc().Date.PlusMonths(options.Value.HorizonMonths).PlusDays(2).AtMidnight().InUtc().ToInstant();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await directories.Single(directory => directory.Kind == site.DirectoryKind)
                .FindAsync(site, host, new Interval(now, horizon), patience.Token)
                .WaitAsync(patience.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            DirectoryFailed(logger, site.Id, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The meeting directory of site {SiteId} gave no answer")]
    private static partial void DirectoryFailed(ILogger logger, int siteId, Exception fault);
}
