using System.Linq.Expressions;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>What the list, its file and other pages tell of a trial.</summary>
public sealed record CustomerRow
{
    internal static readonly Expression<Func<Trial, CustomerRow>> Of = trial => new CustomerRow
    {
        Id = trial.Id,
        Company = trial.Company,
        CompanyKey = trial.CompanyKey,
        Country = trial.Country,
        ZoneId = trial.TimeZone,
        Start = trial.StartDate,
        End = trial.EndDate,
        EndsAt = trial.EndsAt,
        NoticesWrittenOn = trial.NoticesWrittenOn,
        ConvertedAt = trial.ConvertedAt,
        EndedAt = trial.EndedAt,
        ExtendedAt = trial.ExtendedAt,
        ContactedAt = trial.ContactedAt,
        CreatedAt = trial.CreatedAt,
    };

    private static readonly Func<Trial, CustomerRow> Copy = Of.Compile();

    public required Guid Id { get; init; }

    public required string Company { get; init; }

    public required string CompanyKey { get; init; }

    public required string Country { get; init; }

    public required string ZoneId { get; init; }

    public required LocalDate Start { get; init; }

    public required LocalDate End { get; init; }

    public required Instant EndsAt { get; init; }

    public required LocalDate? NoticesWrittenOn { get; init; }

    public required Instant? ConvertedAt { get; init; }

    /// <summary>When the irreversible step was done; null while it is not.</summary>
    public required Instant? EndedAt { get; init; }

    public required Instant? ExtendedAt { get; init; }

    public required Instant? ContactedAt { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>In their usual order.</summary>
    public IReadOnlyList<CloudService> Services { get; init; } = [];

    /// <summary>Whether nothing of it will end any more.</summary>
    public bool IsOver => (EndedAt ?? ConvertedAt) is not null;

    public TrialLife Life => new(Start, End, DateTimeZoneProviders.Tzdb[ZoneId], NoticesWrittenOn, ConvertedAt);

    /// <summary>The same of a trial that is there already, without services.</summary>
    public static CustomerRow From(Trial trial) => Copy(trial);

    public string Path => $"{CustomerListPage.Path}/{Id}";
}
