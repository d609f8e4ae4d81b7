using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Where a site's scheduled meetings are looked up. One implementation per <see cref="DirectoryKind"/>; it may be
/// slow or fail, <see cref="MeetingLookup"/> deals with that. What a directory returns holds no secrets.
/// </summary>
public interface IMeetingDirectory
{
    DirectoryKind Kind { get; }

    /// <summary>Sessions of that host, by start.</summary>
    /// <param name="site">The site asked.</param>
    /// <param name="host">The host whose own sessions are wanted.</param>
    /// <param name="starts">The time in which they start.</param>
    /// <param name="cancellationToken">Given up when nobody waits any longer.</param>
    Task<IReadOnlyList<DirectorySession>> FindAsync(
        Site site, SessionHost host, Interval starts, CancellationToken cancellationToken);
}

/// <summary>The person who scheduled a session.</summary>
/// <param name="HostId">Sign-in name on the site.</param>
/// <param name="Email">E-mail address there.</param>
public sealed record SessionHost(string HostId, string Email);

/// <summary>A scheduled session as a directory knows it.</summary>
public sealed record DirectorySession
{
    /// <summary>The directory's own key of the session.</summary>
    public required string Key { get; init; }

    public required string Topic { get; init; }

    public string Agenda { get; init; } = "";

    public string Presenters { get; init; } = "";

    public string MeetingNumber { get; init; } = "";

    public string MeetingUrl { get; init; } = "";

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    public int? ExpectedAttendees { get; init; }
}
