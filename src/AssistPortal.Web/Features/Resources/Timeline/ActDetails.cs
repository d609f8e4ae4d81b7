using System.Text.Json;
using AssistPortal.Data.Audit;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Resources.Timeline;

/// <summary>What an entry of the audit trail tells beside the act; names are read in whatever case they were written.</summary>
internal sealed class ActDetails
{
    private readonly JsonElement root;

    private ActDetails(JsonElement root) => this.root = root;

    public static ActDetails Of(AuditEntry entry)
    {
        if (entry.Details is not { Length: > 0 } text)
        {
            return new ActDetails(default);
        }

        using var document = JsonDocument.Parse(text);
        return new ActDetails(document.RootElement.Clone());
    }

    /// <summary>The event's or session's start before and after, where both are told and differ.</summary>
    public (Instant Before, Instant After)? Move =>
        Moment("before", "start") is { } before && Moment("after", "start") is { } after && before != after ? (before, after) : null;

    /// <summary>The producer before and after, where both are told and differ.</summary>
    public (int Before, int After)? Producers =>
        Number("before", "producerId") is { } before && Number("after", "producerId") is { } after && before != after ? (before, after) : null;

    public string? Text(params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    public Instant? Moment(params ReadOnlySpan<string> path) =>
        Text(path) is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } ? moment : null;

    public int? Number(params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public bool Is(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.True };

    private JsonElement? Find(ReadOnlySpan<string> path)
    {
        var place = root;
        foreach (var name in path)
        {
            if (place.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var found = place.EnumerateObject()
                .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(property => (JsonElement?)property.Value)
                .FirstOrDefault();
            if (found is null)
            {
                return null;
            }

            place = found.Value;
        }

        return place;
    }
}
