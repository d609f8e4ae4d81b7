using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The live events and sessions of a producer who is away, and who takes them over.</summary>
public sealed record CoverPage
{
    public required Producer Producer { get; init; }

    public required CoverInput Input { get; init; }

    public required IReadOnlyDictionary<int, string> Packages { get; init; }

    /// <summary>Null where the time has errors.</summary>
    public IReadOnlyList<CoverItem>? Items { get; init; }

    public bool HasMore { get; init; }

    /// <summary>Whether the whole time is noted as time off already.</summary>
    public bool IsOff { get; init; }

    public string? Notice { get; init; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Producer.TimeZone];

    public string Path => $"/staff/producers/{Producer.Id}/cover";
}
