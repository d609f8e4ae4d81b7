using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Where a site's scheduled meetings are looked up and changed. One implementation per <see cref="DirectoryKind"/>; it
/// may be slow or fail, <see cref="MeetingLookup"/> deals with that. What a directory returns holds no secrets.
/// </summary>
internal interface IMeetingDirectory
{
    DirectoryKind Kind { get; }

    /// <summary>
    /// Whether a look-up costs no more than one of the portal's own; else a page asks it only for who wants to know.
    /// </summary>
    bool IsAtHand => false;

    /// <summary>Sessions of that host, by start.</summary>
    /// <param name="site">The site asked.</param>
    /// <param name="host">The host whose own sessions are wanted.</param>
    /// <param name="starts">The time in which they start.</param>
    /// <param name="cancellationToken">Given up when nobody waits any longer.</param>
    /// <exception cref="DirectoryException">The directory gives no answer that could be used.</exception>
    Task<IReadOnlyList<DirectorySession>> FindAsync(
        Site site, SessionHost host, Interval starts, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a session another time. Doing it twice is harmless. A directory outside the portal gives up by itself
    /// after some seconds; when the caller's token ends it before, it is not known whether the session was changed.
    /// </summary>
    /// <param name="site">The site asked.</param>
    /// <param name="session">The session.</param>
    /// <param name="time">Its new time; the length is kept as the order has it.</param>
    /// <param name="cancellationToken">Given up when nobody waits any longer.</param>
    /// <exception cref="DirectoryException">The session was not changed, as far as can be known.</exception>
    Task RescheduleAsync(Site site, SessionReference session, EventTime time, CancellationToken cancellationToken);

    /// <summary>
    /// Tries whether the directory can be asked; there is nothing to try where it is the portal's own.
    /// </summary>
    /// <param name="site">The site asked.</param>
    /// <param name="cancellationToken">Given up when nobody waits any longer.</param>
    /// <exception cref="DirectoryException">It can't.</exception>
    Task TestAsync(Site site, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A session that was picked from a directory.</summary>
/// <param name="Key">The directory's own key.</param>
/// <param name="HostEmail">The address under which it was found.</param>
internal sealed record SessionReference(string Key, string HostEmail);

/// <summary>The person who scheduled a session.</summary>
/// <param name="HostId">Sign-in name on the site; null where the e-mail address is enough.</param>
/// <param name="Email">E-mail address there.</param>
public sealed record SessionHost(string? HostId, string Email);

/// <summary>A scheduled session as a directory knows it.</summary>
public sealed record DirectorySession
{
    /// <summary>As long as an order has room for.</summary>
    public const int KeyLength = Lengths.SessionKey;

    /// <summary>The directory's own key of the session.</summary>
    public required string Key { get; init; }

    /// <summary>The host's sign-in name on the site; empty where the directory does not tell.</summary>
    public string HostId { get; init; } = "";

    public required string Topic { get; init; }

    public string Agenda { get; init; } = "";

    public string Presenters { get; init; } = "";

    public string MeetingNumber { get; init; } = "";

    public string MeetingUrl { get; init; } = "";

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>IANA zone in which it was scheduled; null where the directory does not tell.</summary>
    public string? TimeZone { get; init; }

    public int? ExpectedAttendees { get; init; }
}
