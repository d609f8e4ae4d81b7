using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Data.Database;

/// <summary>Parts of an entity that are only ever read and written whole.</summary>
public static class JsonColumns
{
    /// <summary>One column of JSON. The value is never changed in place, only replaced.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(new JsonText<T>(), new Replaced<T>());

    private sealed class JsonText<T>() : ValueConverter<T, string>(
        part => JsonText.Write(part),
        stored => JsonText.Read<T>(stored));

    private sealed class Replaced<T>() : ValueComparer<T>(
        (one, other) => object.Equals(one, other),
        part => part == null ? 0 : part.GetHashCode(),
        part => part);
}

/// <summary>How such parts are written. The compiled model calls it, so its methods are public.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(), new LocalDateTimeJsonConverter() },
    };

    public static string Write<T>(T part) => JsonSerializer.Serialize(part, Json);

    public static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Json)!;

    private sealed class LocalDateTimeJsonConverter : JsonConverter<LocalDateTime>
    {
        public override LocalDateTime Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDateTimePattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDateTimePattern.ExtendedIso.Format(value));
    }
}
