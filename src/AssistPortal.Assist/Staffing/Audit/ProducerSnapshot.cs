using AssistPortal.Assist.Producers;

namespace AssistPortal.Assist.Staffing.Audit;

/// <summary>A producer with all parts; of each kind a line a part, in an order that is always the same.</summary>
internal sealed record ProducerSnapshot
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string TimeZone { get; init; }

    public required Guid? UserId { get; init; }

    public required bool IsActive { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<string> Qualifications { get; init; }

    public required IReadOnlyList<string> Hours { get; init; }

    public required IReadOnlyList<string> ExceptionalHours { get; init; }

    public required IReadOnlyList<string> TimeOff { get; init; }

    public static ProducerSnapshot Of(Producer producer) => new()
    {
        Name = producer.Name,
        Email = producer.Email,
        Phone = producer.Phone,
        TimeZone = producer.TimeZone,
        UserId = producer.UserId,
        IsActive = producer.IsActive,
        Languages = Sorted(producer.Languages.Select(item => item.Language)),
        Qualifications = Sorted(producer.Qualifications.Select(
            item => $"{item.PackageId} {item.ValidFrom:R}..{item.ValidUntil:R}")),
        Hours = Sorted(producer.Hours.Select(
            item => $"{(int)item.Day} {item.Day} {item.StartMinute:0000}-{item.EndMinute:0000}")),
        ExceptionalHours = Sorted(producer.ExceptionalHours.Select(
            item => $"{item.Date:R} {item.StartMinute:0000}-{item.EndMinute:0000}")),
        TimeOff = Sorted(producer.TimeOff.Select(
            item => $"{item.Start}..{item.End} {item.FirstDay:R}..{item.LastDay:R}")),
    };

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
