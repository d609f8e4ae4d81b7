using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AssistPortal.Data.Audit;

/// <summary>
/// How records are written: moments in ISO 8601, names of enums, letters of all languages as they are.
/// </summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
            new MoneyConverter(),
        },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(AuditRecord record) => JsonSerializer.Serialize(record, record.GetType(), Options);

    /// <summary>Null where it is no record of that type.</summary>
    public static AuditRecord? Read(Type type, string json)
    {
        try
        {
            return (AuditRecord?)JsonSerializer.Deserialize(json, type, Options);
        }
        catch (Exception exception)
            when (exception is JsonException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public static JsonNode? NodeOf(object? value, Type type) => JsonSerializer.SerializeToNode(value, type, Options);

    public static string TextOf(JsonNode node) => node.ToJsonString(Options);
}
