using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime.TimeZones;

namespace AssistPortal.Trials.Texts;

/// <summary>Countries and territories in which people live, by ISO 3166-1 alpha-2, in the current culture.</summary>
public sealed class CountryNames
{
    private readonly IStringLocalizer<CountryTexts> texts;

    internal CountryNames(IStringLocalizer<CountryTexts> texts) => this.texts = texts;

    /// <summary>Those that have a time zone.</summary>
    public static readonly IReadOnlySet<string> Codes =
        TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.CountryCode)
            .ToFrozenSet(StringComparer.Ordinal);

    public string Of(string code) => texts[$"Country.{code}"];

    /// <summary>Code and name of each, by its name.</summary>
    public IEnumerable<(string Code, string Name)> All() => Codes
        .Select(code => (Code: code, Name: Of(code)))
        .OrderBy(country => country.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true));
}
