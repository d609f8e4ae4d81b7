using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>A producer at one moment, with all parts, for the audit trail.</summary>
internal sealed class ProducerPicture
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Dictionary<string, string[]> parts;

    private ProducerPicture(Dictionary<string, string[]> parts) => this.parts = parts;

    public static ProducerPicture Of(Producer producer) => new(new(StringComparer.Ordinal)
    {
        ["Name"] = [producer.Name],
        ["Email"] = [producer.Email],
        ["Phone"] = [producer.Phone],
        ["TimeZone"] = [producer.TimeZone],
        ["UserId"] = [$"{producer.UserId}"],
        ["IsActive"] = [$"{producer.IsActive}"],
        ["Languages"] = Sorted(producer.Languages.Select(item => item.Language)),
        ["Qualifications"] = Sorted(producer.Qualifications.Select(item => $"{item.PackageId} {item.ValidFrom:R}..{item.ValidUntil:R}")),
        ["Hours"] = Sorted(producer.Hours.Select(item => $"{(int)item.Day} {item.Day} {item.StartMinute:0000}-{item.EndMinute:0000}")),
        ["ExceptionalHours"] = Sorted(producer.ExceptionalHours.Select(item => $"{item.Date:R} {item.StartMinute:0000}-{item.EndMinute:0000}")),
        ["TimeOff"] = Sorted(producer.TimeOff.Select(item => $"{item.Start}..{item.End} {item.FirstDay:R}..{item.LastDay:R}")),
    });

    /// <summary>What has changed of the producer since.</summary>
    public AuditEntry Changed(Producer producer, Guid actorId, Instant now)
    {
        var after = Of(producer).parts;
        var differing = parts.Keys.Where(key => !parts[key].SequenceEqual(after[key], StringComparer.Ordinal)).ToList();
        return Entry("producer.changed", producer.Id, actorId, now, new()
        {
            ["before"] = differing.ToDictionary(key => key, key => parts[key], StringComparer.Ordinal),
            ["after"] = differing.ToDictionary(key => key, key => after[key], StringComparer.Ordinal),
        });
    }

    /// <summary>Everything about a new producer, who has a key.</summary>
    public AuditEntry Added(int producerId, Guid actorId, Instant now) =>
        Entry("producer.added", producerId, actorId, now, new() { ["after"] = parts });

    public bool IsLike(Producer producer) =>
        Of(producer).parts.All(part => parts[part.Key].SequenceEqual(part.Value, StringComparer.Ordinal));

    private static AuditEntry Entry(
        string action, int producerId, Guid actorId, Instant now, Dictionary<string, Dictionary<string, string[]>> details) => new()
        {
            At = now,
            ActorId = actorId,
            Action = action,
            Subject = nameof(Producer),
            SubjectId = $"{producerId}",
            Details = JsonSerializer.Serialize(details, Json),
        };

    private static string[] Sorted(IEnumerable<string> parts) => [.. parts.Order(StringComparer.Ordinal)];
}
