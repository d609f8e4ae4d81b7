using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.TestSupport.Details;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>A producer in few words: works Monday to Friday from 9 to 17 UTC unless told otherwise.</summary>
public sealed record ProducerSketch
{
    public string Name { get; init; } = "Pat Producer";

    public string Zone { get; init; } = "Etc/UTC";

    public string[] Languages { get; init; } = ["en"];

    public bool IsActive { get; init; } = true;

    public bool IsQualified { get; init; } = true;

    /// <summary>The package for which the producer is qualified; the test's own one when not set.</summary>
    public int? PackageId { get; init; }

    public Instant? LastAssignedAt { get; init; }

    public IReadOnlyList<(Instant Start, Instant End)> TimeOff { get; init; } = [];

    public IReadOnlyList<(LocalDate Date, int Start, int End)> Exceptions { get; init; } = [];

    public LocalDate? ValidFrom { get; init; }

    public LocalDate? ValidUntil { get; init; }

    internal IReadOnlyList<WeeklyHours> Hours { get; init; } = EachWorkday(9 * 60, 17 * 60);

    internal static IReadOnlyList<WeeklyHours> EachWorkday(params int[] ends) =>
        [.. Enumerable.Range(1, 5)
            .SelectMany(day => ends.Chunk(2).Select(pair => new WeeklyHours((IsoDayOfWeek)day, pair[0], pair[1])))];

    internal static IReadOnlyList<WeeklyHours> On(IsoDayOfWeek day, params int[] ends) =>
        [.. ends.Chunk(2).Select(pair => new WeeklyHours(day, pair[0], pair[1]))];

    internal Producer ToProducer(int packageId)
    {
        var details = SampleDetails.Producer(Name, Zone) with
        {
            IsActive = IsActive,
            Languages = Languages,
            Qualifications = IsQualified
                ? [new QualificationDetails(PackageId ?? packageId, ValidFrom, ValidUntil)]
                : [],
        };
        var producer = new Producer(details) { LastAssignedAt = LastAssignedAt };
        producer.ChangeHours(
            [.. Hours.Select(hours => new HoursDetails(hours.Day, hours.StartMinute, hours.EndMinute))],
            [
                .. Exceptions.Select(other => other.Start == other.End
                    ? new ExceptionDetails(other.Date, StartMinute: null, EndMinute: null)
                    : new ExceptionDetails(other.Date, other.Start, other.End)),
            ]);
        foreach (var (start, end) in TimeOff)
        {
            producer.TakeOff(TimeOffDetails.Exact(new Interval(start, end)));
        }

        return producer;
    }
}
