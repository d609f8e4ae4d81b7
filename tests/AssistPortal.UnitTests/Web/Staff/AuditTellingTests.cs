using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Staffing.Audit;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Audit;
using AssistPortal.Trials;
using AssistPortal.UnitTests.Architecture;
using AssistPortal.UnitTests.Data.Audit;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Features.Staff.Audit;
using AssistPortal.Web.Features.Staff.Producers;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Staff;

/// <summary>D10: the audit trail in words. A new act whose fields or values have none turns these red.</summary>
public sealed partial class AuditTellingTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Taipei"];

    /// <summary>Every record with other values before than after, the other way round, and as new.</summary>
    private static readonly IReadOnlyList<AuditRecord> Samples =
    [
        .. AuditTests.Records.SelectMany(type => new[]
        {
            new SampleRecords(isSparse: false, new SampleRecords(isSparse: false, isOther: true)).Of(type),
            new SampleRecords(isSparse: false, new SampleRecords(isSparse: false), isOther: true).Of(type),
            new SampleRecords(isSparse: true).Of(type),
        }),
    ];

    public static TheoryData<string> Languages => ["en", "zh-Hant", "zh-Hans"];

    /// <summary>The fields of all records, as their words are called.</summary>
    internal static IEnumerable<string> Fields => Samples.SelectMany(AuditTelling.PartsOf)
        .Select(part => part.Name)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The values of all records that stand for words.</summary>
    internal static IEnumerable<string> Words =>
    [
        "True", "False",
        .. new[] { "Administrator", "Host", "Coordinator", "Producer" }.Select(role => $"Role.{role}"),
        .. new[] { "PartnerAdministrator", "CustomerAdministrator", "HelpDesk" }.Select(role => $"Role.{role}"),
        .. Samples.SelectMany(AuditTelling.PartsOf)
            .SelectMany(part => EnumsIn(part.Before).Concat(EnumsIn(part.After)))
            .Append(typeof(CloudService))
            .Append(typeof(Inclusion))
            .Distinct()
            .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")),
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void D10_Each_field_and_value_of_each_act_has_words(string language)
    {
        using var _ = new Speaking(language);
        var texts = Localizers.Of<AuditFieldTexts>();

        Assert.DoesNotContain(Fields, field => texts[$"Field.{field}"].ResourceNotFound);
        Assert.DoesNotContain(Words, word => texts[$"Value.{word}"].ResourceNotFound);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void D10_No_act_tells_identifiers_JSON_names_of_code_or_moments_of_machines(string language)
    {
        using var _ = new Speaking(language);
        var telling = Telling();
        foreach (var sample in Samples)
        {
            var parts = AuditTelling.PartsOf(sample);
            var told = telling.Tell(parts, new AuditNames(), Zone);
            Assert.Null(told.Raw);
            var lines = told.Changes.Concat(told.Facts).ToList();
            Assert.All(
                lines.Select(line => line.Label)
                    .Concat(lines.SelectMany(line => line.Before.Concat(line.After)).Select(part => part.Text)),
                text =>
                {
                    var rest = Latin().Replace(text, "");
                    Assert.False(
                        Machine().IsMatch(rest) || (language != "en" && Code().IsMatch(rest)),
                        $"{sample.GetType().Name}: {text}");
                });
        }
    }

    [Fact]
    public void D10_What_has_changed_is_told_with_both_values_and_what_is_new_alone()
    {
        using var _ = new Speaking("en");
        var before = Snapshot(["3 2027-01-01.."], ["1 Monday 0540-1020"], ["2027-03-14 -"]);
        var after = Snapshot(
            ["4 .."],
            ["1 Monday 0540-1020", "7 Sunday 1320-1560"],
            ["2027-03-14 0600-0720"],
            "2027-03-14T01:00:00Z..2027-03-14T03:30:00Z ..",
            "2027-03-13T16:00:00Z..2027-03-15T16:00:00Z 2027-03-14..2027-03-15");
        var names = new AuditNames();
        names.Add(AuditThing.Package, 3, "Premium", "/staff/packages/3");
        names.Add(AuditThing.Package, 4, "Standard");

        var changed = Telling().Tell(
            [.. AuditParts.Of(new ProducerChanged(1, Change.Between(before, after)))],
            names,
            Zone);

        Assert.Empty(changed.Facts);
        Assert.Equal(
            ["Service packages", "Hours", "Exceptional days", "Time off"], changed.Changes.Select(line => line.Label));
        Assert.Equal(
            new AuditLink("Premium Friday, January 1, 2027", "/staff/packages/3"), changed.Changes[0].Before.Single());
        Assert.Equal("Standard", changed.Changes[0].After.Single().Text);
        Assert.Equal("Monday: 9:00 AM – 5:00 PM", Plain(changed.Changes[1].Before.Single()));
        Assert.StartsWith("Sunday: 10:00 PM – 2:00 AM", Plain(changed.Changes[1].After[1]), StringComparison.Ordinal);
        Assert.Equal("Sunday, March 14, 2027: no work", Plain(changed.Changes[2].Before.Single()));
        Assert.Equal("Sunday, March 14, 2027: 10:00 AM – 12:00 PM", Plain(changed.Changes[2].After.Single()));
        Assert.Contains("9:00 AM – 11:30 AM", Plain(changed.Changes[3].After[0]), StringComparison.Ordinal);
        Assert.Contains("March 15, 2027", Plain(changed.Changes[3].After[1]), StringComparison.Ordinal);

        var added = Telling().Tell(
            [.. AuditParts.Of(new ProducerAdded(1, Change.Added(before)))],
            names,
            Zone);
        Assert.Empty(added.Changes);
        Assert.Contains(added.Facts, line => line is { Label: "Name", After: [{ Text: "Nadia" }] });
        Assert.DoesNotContain(added.Facts, line => line.Label == "Time off");
    }

    private static string Plain(AuditLink part) => part.Text.Replace('\u202f', ' ').Replace('\u00a0', ' ');

    private static ProducerSnapshot Snapshot(
        string[] packages, string[] hours, string[] days, params string[] off) => new()
    {
        Name = "Nadia",
        Email = "nadia@portal.example",
        Phone = "+1 555 0100",
        TimeZone = "America/New_York",
        UserId = null,
        IsActive = true,
        Languages = ["en"],
        Qualifications = packages,
        Hours = hours,
        ExceptionalHours = days,
        TimeOff = off,
    };

    private static AuditTelling Telling()
    {
        var fields = Localizers.Of<AuditFieldTexts>();
        var wording = new Wording(Localizers.Of<AssistTexts>());
        return new AuditTelling(
            null!,
            null!,
            new AuditValues(
                wording,
                new AuditProducerLines(
                    new ProducerWords(Localizers.Of<ProducersTexts>(), wording, null!), fields),
                fields),
            fields);
    }

    private static IEnumerable<Type> EnumsIn(object? value) => value switch
    {
        Enum => [value.GetType()],
        string or null => [],
        IDictionary map => map.Keys.Cast<object>().Concat(map.Values.Cast<object>()).SelectMany(EnumsIn),
        IEnumerable list => list.Cast<object>().SelectMany(EnumsIn),
        _ => [],
    };

    // Keys, JSON, ISO 8601, names of code.
    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}|[{}\\[\\]]|\\d{4}-\\d{2}-\\d{2}|T\\d{2}:\\d{2}|\\b[A-Z][a-z]+[A-Z][a-z]",
        RegexOptions.None,
        1000)]
    private static partial Regex Machine();

    // What stands in Latin letters in any language: names, abbreviations, and the samples' own texts.
    [GeneratedRegex(
        "WebEx|Webex|Meetings API|Training Center|Event Center|Spark|A-SPK|A-WX|URL|KWD|MP[34]|ARF|WMV|ID|<b>|<i>",
        RegexOptions.None,
        1000)]
    private static partial Regex Latin();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    private sealed class Speaking : IDisposable
    {
        private readonly (CultureInfo, CultureInfo) former = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public Speaking(string language) =>
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = former;
    }
}
