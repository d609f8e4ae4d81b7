using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>Asks a site's meeting directory, and never lets its faults or its slowness reach the order.</summary>
public sealed partial class MeetingLookup
{
    private readonly IEnumerable<IMeetingDirectory> directories;
    private readonly IOptions<BookingOptions> options;
    private readonly IOptions<DirectoryOptions> directoryOptions;
    private readonly IClock clock;
    private readonly ILogger<MeetingLookup> logger;

    internal MeetingLookup(
        IEnumerable<IMeetingDirectory> directories,
        IOptions<BookingOptions> options,
        IOptions<DirectoryOptions> directoryOptions,
        IClock clock,
        ILogger<MeetingLookup> logger)
    {
        this.directories = directories;
        this.options = options;
        this.directoryOptions = directoryOptions;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Whether that costs no more than a look-up of the portal's own.</summary>
    public bool IsAtHand(Site site) => Of(site).IsAtHand;

    /// <summary>The host's coming sessions, or null when the directory gives no answer.</summary>
    public async Task<IReadOnlyList<DirectorySession>?> FindAsync(
        Site site, SessionHost host, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var horizon = now.InUtc()
            .Date.PlusMonths(options.Value.HorizonMonths)
            .PlusDays(2)
            .AtMidnight()
            .InUtc()
            .ToInstant();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(directoryOptions.Value.Patience);
        try
        {
            var coming = new Interval(now, horizon);
            var sessions = await Of(site)
                .FindAsync(site, host, coming, patience.Token)
                .WaitAsync(patience.Token);
            return Sound(sessions, coming);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var (kind, trackingId) = fault is DirectoryException known
                ? ($"{known.Fault}", known.TrackingId)
                : (fault.GetType().Name, null);
            DirectoryFailed(logger, site.Id, kind, trackingId);
            return null;
        }
    }

    private IMeetingDirectory Of(Site site) =>
        directories.Single(directory => directory.Kind == site.DirectoryKind);

    /// <summary>What can be picked: a directory is a foreign system and may answer anything.</summary>
    private static List<DirectorySession> Sound(IReadOnlyList<DirectorySession?> sessions, Interval coming) =>
    [
        .. from session in sessions.OfType<DirectorySession>()
           where session.Key is { Length: > 0 and <= DirectorySession.KeyLength }
               && !string.IsNullOrWhiteSpace(session.Topic)
               && session.DurationMinutes > 0
               && coming.Contains(session.Start)
           group session by session.Key into same
           let session = same.First()
           select session with
           {
               Agenda = session.Agenda ?? "",
               Presenters = session.Presenters ?? "",
               MeetingNumber = session.MeetingNumber ?? "",
               MeetingUrl = session.MeetingUrl ?? "",
           },
    ];

    // No exception: its text may quote what a directory or a host said.
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The meeting directory of site {SiteId} gave no answer: {Fault}, tracking id {TrackingId}")]
    private static partial void DirectoryFailed(ILogger logger, int siteId, string fault, string? trackingId);
}
