using System.Globalization;
using System.Text.RegularExpressions;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Features.Staff.Producers;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>
/// Packages, hours and time off of producers in words: the trail has a line for each. What can't be read stands as it
/// is.
/// </summary>
public sealed partial class AuditProducerLines(ProducerWords words, IStringLocalizer<AuditFieldTexts> texts)
{
    internal IReadOnlyList<AuditLink> Of(string field, string line, AuditNames names, DateTimeZone zone) => field switch
    {
        "Qualifications" when Qualification().Match(line) is { Success: true } match => Package(match, names),
        "Hours" when Week().Match(line) is { Success: true } match =>
            [new AuditLink(texts["Value.Named", ProducerWords.Day((IsoDayOfWeek)Number(match, "day")), Hours(match)])],
        "ExceptionalHours" when Day().Match(line) is { Success: true } match =>
            [new AuditLink(match.Groups["from"].Length == 0
                ? texts["Value.NoWork", Wording.Date(Date(match, "date"))]
                : texts["Value.Named", Wording.Date(Date(match, "date")), Hours(match)])],
        "TimeOff" when Off().Match(line) is { Success: true } match => [new AuditLink(TimeOff(match, zone))],
        _ => [new AuditLink(line)],
    };

    private static List<AuditLink> Package(Match match, AuditNames names)
    {
        var package = names.Find(new AuditReference(AuditThing.Package, match.Groups["package"].Value));
        var days = $"{ShortDate(match, "from")} – {ShortDate(match, "until")}".Trim(' ', '–');
        return days.Length == 0
            ? [package ?? new AuditLink("–")]
            : [new AuditLink($"{package?.Text} {days}", package?.Path)];
    }

    private string Hours(Match match) => words.Hours(Number(match, "from"), Number(match, "until"));

    private string TimeOff(Match match, DateTimeZone zone) => match.Groups["first"].Length == 0
        ? ProducerWords.Span(Moment(match, "start"), Moment(match, "end"), zone)
        : words.Off(Date(match, "first"), Date(match, "last"));

    private static string ShortDate(Match match, string group) =>
        match.Groups[group].Length == 0 ? "" : Wording.Date(Date(match, group));

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static LocalDate Date(Match match, string group) =>
        LocalDatePattern.Iso.Parse(match.Groups[group].Value).Value;

    private static Instant Moment(Match match, string group) =>
        InstantPattern.ExtendedIso.Parse(match.Groups[group].Value).Value;

    [GeneratedRegex(@"^(?<package>\d+) (?<from>[\d-]*)\.\.(?<until>[\d-]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualification();

    [GeneratedRegex(@"^(?<day>[1-7]) \w+ (?<from>\d+)-(?<until>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Week();

    [GeneratedRegex(@"^(?<date>[\d-]{10}) (?<from>\d*)-(?<until>\d*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?<start>[\d-]{10}T[\d:.]+Z)\.\.(?<end>[\d-]{10}T[\d:.]+Z) (?<first>[\d-]*)\.\.(?<last>[\d-]*)$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Off();
}
