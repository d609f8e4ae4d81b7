using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.UnitTests.Scheduling;

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
        [.. Enumerable.Range(1, 5).SelectMany(day => ends.Chunk(2).Select(pair => new WeeklyHours((IsoDayOfWeek)day, pair[0], pair[1])))];

    internal static IReadOnlyList<WeeklyHours> On(IsoDayOfWeek day, params int[] ends) =>
        [.. ends.Chunk(2).Select(pair => new WeeklyHours(day, pair[0], pair[1]))];

    internal Producer ToProducer(int packageId)
    {
        var producer = new Producer
        {
            Name = Name,
            Email = "pat@example.com",
            Phone = "+1 555 0100",
            TimeZone = Zone,
            IsActive = IsActive,
            LastAssignedAt = LastAssignedAt,
        };
        producer.Languages.AddRange(Languages.Select(language => new ProducerLanguage { Language = language }));
        producer.Hours.AddRange(Hours.Select(hours => new WorkingHours
        {
            Day = hours.Day, StartMinute = hours.StartMinute, EndMinute = hours.EndMinute,
        }));
        producer.TimeOff.AddRange(TimeOff.Select(off => new TimeOff { Start = off.Start, End = off.End }));
        producer.ExceptionalHours.AddRange(Exceptions.Select(other => other.Start == other.End
            ? new ExceptionalHours { Date = other.Date }
            : new ExceptionalHours { Date = other.Date, StartMinute = other.Start, EndMinute = other.End }));
        if (IsQualified)
        {
            producer.Qualifications.Add(new ProducerQualification
            {
                PackageId = PackageId ?? packageId, ValidFrom = ValidFrom, ValidUntil = ValidUntil,
            });
        }

        return producer;
    }
}
