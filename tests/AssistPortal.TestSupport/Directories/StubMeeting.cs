using NodaTime;

namespace AssistPortal.TestSupport.Directories;

/// <summary>A meeting that <see cref="WebexStub"/> keeps. It takes place once, unless it has occurrences.</summary>
public sealed record StubMeeting
{
    /// <summary>What no portal may show, keep or log: the stub gives it with each meeting, as the API does.</summary>
    public const string Secret = "sEcReT";

    public string Id { get; init; } = Guid.NewGuid().ToString("n");

    public string Number { get; init; } = "25555123456";

    public string Title { get; init; } = "Quarterly review";

    public string Agenda { get; init; } = "";

    public string HostEmail { get; init; } = "host@demo.example";

    /// <summary>E-mail addresses of people who are only invited. The API gives them the meeting too.</summary>
    public IReadOnlyList<string> Invitees { get; init; } = [];

    public required Instant Start { get; init; }

    public int Minutes { get; init; } = 60;

    /// <summary>Host name of the site; null leaves it out of answers.</summary>
    public string? SiteUrl { get; init; } = "northwind.meetings.example";

    public string? WebLink { get; init; } = "https://northwind.meetings.example/m/25555123456";

    public string State { get; init; } = "active";

    /// <summary>
    /// Starts of a recurring series' occurrences, in order; none for a meeting that takes place once.
    /// </summary>
    public IReadOnlyList<Instant> Occurrences { get; init; } = [];
}

/// <summary>A request that the stub got.</summary>
/// <param name="Method">GET or PATCH.</param>
/// <param name="Path">Path below the address, such as <c>meetings</c>.</param>
/// <param name="Query">The query's fields, decoded.</param>
/// <param name="Headers">The headers, by name in any case.</param>
/// <param name="Body">The body.</param>
public sealed record StubRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body);
