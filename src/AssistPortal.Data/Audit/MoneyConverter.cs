using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AssistPortal.Data.Audit;

/// <summary>Amounts as code and figure, such as <c>USD 1250.00</c>.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    private const NumberStyles Figure = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString()!.Split(' ') is [var currency, var figure]
        && decimal.TryParse(figure, Figure, CultureInfo.InvariantCulture, out var amount)
            ? new Money((long)(amount * Money.MinorUnits(currency)), currency)
            : throw new JsonException("No amount of money.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Currency} {value.ToPlainString()}");
}
