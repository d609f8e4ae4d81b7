using System.Collections;
using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Staffing;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Trials;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Values of the audit trail in words, as the pages of what they belong to have them.</summary>
public sealed class AuditValues(
    Wording wording, AuditProducerLines producerLines, IStringLocalizer<AuditFieldTexts> texts)
{
    /// <summary>What only programs read: it stands in no words.</summary>
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal) { "DraftId", "MessageId" };

    public static bool IsSaid(string field) => !Unsaid.Contains(field);

    /// <summary>A field's name, as the forms have it.</summary>
    public string Label(string field) => texts[$"Field.{field}"].Or(field);

    /// <summary>The lines of a value; none for nothing.</summary>
    /// <param name="field">Whose value it is.</param>
    /// <param name="value">The value.</param>
    /// <param name="currency">That of amounts in minor units.</param>
    /// <param name="names">What things are called.</param>
    /// <param name="zone">The reader's.</param>
    public IReadOnlyList<AuditLink> Of(
        string field, object? value, string? currency, AuditNames names, DateTimeZone zone) => value switch
    {
        null or "" => [],
        _ when AuditReference.Of(field, value) is { } things =>
            [.. things.Select(thing => names.Find(thing) ?? new AuditLink(texts["Value.Gone"]))],
        IDictionary map => [.. LinesOf(map, currency, names).Select(line => new AuditLink(line))],
        IEnumerable<string> lines => [.. lines.SelectMany(line => Typed(field, line, names, zone))],
        IEnumerable list and not string =>
            [.. list.Cast<object>().SelectMany(item => Of(field, item, currency, names, zone))],
        string text => Typed(field, text, names, zone),
        _ => [new AuditLink(Plain(field, value, currency, zone))],
    };

    private string Plain(string field, object value, string? currency, DateTimeZone zone) => value switch
    {
        bool yes => Word($"{yes}", ""),
        Enum => Word($"{value.GetType().Name}.{value}", $"{value}"),
        Instant moment => Wording.ShortLocalTimeWithYear(moment.InZone(zone).LocalDateTime),
        LocalDate date => Wording.Date(date),
        LocalDateTime time => Wording.LocalTime(time),
        Money money => money.ToString(),
        OrderedExtra extra => Named(Extra(extra.Kind), wording.Length(extra.Minutes)),
        int minutes when field.EndsWith("Minutes", StringComparison.Ordinal) => wording.Length(minutes),
        int percent when field.EndsWith("Percent", StringComparison.Ordinal) => texts["Value.Percent", percent],
        long minor when field.EndsWith("Minor", StringComparison.Ordinal) => Amount(minor, currency),
        IFormattable number => number.ToString("N0", CultureInfo.CurrentCulture),
        _ => $"{value}",
    };

    /// <summary>Texts are as they were typed, but for what stands for something.</summary>
    private IReadOnlyList<AuditLink> Typed(string field, string text, AuditNames names, DateTimeZone zone) =>
        field switch
        {
            "TimeZone" => [new AuditLink(Wording.Zone(text))],
            "Language" or "Languages" => [new AuditLink(Language(text))],
            "Services" => [new AuditLink(Word($"{nameof(CloudService)}.{text}", text))],
            "Roles" => [new AuditLink(Word($"Role.{text}", text))],
            "Packages" => [names.Find(new AuditReference(AuditThing.Package, text)) ?? new AuditLink(text)],
            "Reason" when text == ProducerSwaps.ForDeclined => [new AuditLink(texts["Value.Declined"])],
            "Reason" when text == ProducerSwaps.ForCover => [new AuditLink(texts["Value.Cover"])],
            "Qualifications" or "Hours" or "ExceptionalHours" or "TimeOff" =>
                producerLines.Of(field, text, names, zone),
            _ => [new AuditLink(text)],
        };

    private IEnumerable<string> LinesOf(IDictionary map, string? currency, AuditNames names) => map switch
    {
        IDictionary<string, LocalizedName> items => items.Select(item => Named(
            Language(item.Key),
            string.Join(" – ", new[] { item.Value.Name, item.Value.Description }.Where(text => text.Length > 0)))),
        IDictionary<int, ComparisonFigures> cells => cells.Select(cell => Named(
            names.Find(new AuditReference(AuditThing.Package, $"{cell.Key}"))?.Text ?? texts["Value.Gone"],
            cell.Value.MinimumMinutes is { } least
                ? texts["Value.Least", Included(cell.Value.Inclusion), wording.Length(least)]
                : Included(cell.Value.Inclusion))),
        IDictionary<int, int> tiers => tiers.OrderByDescending(tier => tier.Key).Select(tier => tier.Key == 0
            ? texts["Value.Tier.None", texts["Value.Percent", tier.Value].Value].Value
            : texts["Value.Tier", wording.Length(tier.Key * 60), texts["Value.Percent", tier.Value].Value].Value),
        IDictionary<ExtraKind, ContractExtraTerms> terms => terms.Select(
            item => Rate(item.Key, item.Value.HourlyFeeMinor, item.Value.MinimumMinutes, currency)),
        IDictionary<ExtraKind, ExtraFigures> rates => rates.Select(
            item => Rate(item.Key, item.Value.HourlyFeeMinor, item.Value.MinimumMinutes, currency)),
        _ => throw new InvalidOperationException($"No words for {map.GetType()}."),
    };

    private string Rate(ExtraKind kind, long? hourlyFeeMinor, int? minimumMinutes, string? currency) =>
        (hourlyFeeMinor, minimumMinutes) switch
        {
            ({ } fee, { } least) =>
                texts["Value.HourlyLeast", Extra(kind), Amount(fee, currency), wording.Length(least)],
            ({ } fee, null) => texts["Value.Hourly", Extra(kind), Amount(fee, currency)],
            (null, { } least) => texts["Value.Least", Extra(kind), wording.Length(least)],
            _ => Extra(kind),
        };

    private string Amount(long minor, string? currency) => new Money(minor, currency ?? "").ToString().Trim();

    private string Extra(ExtraKind kind) => wording.Extra(kind);

    private string Included(Inclusion inclusion) => Word($"{nameof(Inclusion)}.{inclusion}", $"{inclusion}");

    private string Word(string word, string otherwise) => texts[$"Value.{word}"].Or(otherwise);

    private string Named(string name, string value) => texts["Value.Named", name, value];

    private static string Language(string code)
    {
        try
        {
            return Wording.Language(CultureInfo.GetCultureInfo(code, predefinedOnly: true).Name);
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
