using System.Globalization;
using System.Text.Json;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What an invoice prints of things that staff may rename later: as it was when it was issued. A package's name is kept
/// in every language, for an invoice is read in its reader's.
/// </summary>
/// <param name="Sender">Address of the coordinators.</param>
/// <param name="Site">Name of the site.</param>
/// <param name="Package">Name of the package by language.</param>
public sealed record InvoicePrint(string Sender, string Site, IReadOnlyDictionary<string, string> Package)
{
    /// <summary>
    /// Longest text of one, as it is stored: JSON writes each UTF-16 unit beyond ASCII as six characters, and a site's
    /// name and a package's three have four units for each of their 120 characters.
    /// </summary>
    internal const int StoredLength = 12_000;

    public static InvoicePrint Of(Site site, ServicePackage package, string sender) => new(
        sender,
        site.Name,
        package.Texts.ToDictionary(text => text.Language, text => text.Name, StringComparer.Ordinal));

    /// <summary>The package's name in a culture's language, else in English, else in whichever there is.</summary>
    public string PackageIn(CultureInfo culture) =>
        Package.Select(item => new PrintedName(item.Key, item.Value)).In(culture).Name;

    internal static string Write(InvoicePrint print) => JsonSerializer.Serialize(print, JsonSerializerOptions.Web);

    internal static InvoicePrint Read(string text) =>
        JsonSerializer.Deserialize<InvoicePrint>(text, JsonSerializerOptions.Web)!;

    private sealed record PrintedName(string Language, string Name) : ILocalizedText
    {
        public string Description => "";
    }
}
