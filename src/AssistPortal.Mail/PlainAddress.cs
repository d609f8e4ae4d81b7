using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit;

namespace AssistPortal.Mail;

/// <summary>
/// A setting that is one bare mail address which every server takes: without a display name, in ASCII before the
/// <c>@</c>; null passes.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainAddressAttribute() : ValidationAttribute("{0} is not a mail address.")
{
    public override bool IsValid(object? value) =>
        value is null || (PlainAddress.TryParse(value as string, out var address) && Ascii.IsValid(address.LocalPart));
}

internal static class PlainAddress
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>
    /// Whether the text is one mail address with nothing around it. Its domain may be international; other signs before
    /// the <c>@</c> than ASCII need SMTPUTF8 all the way.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(Strict, text ?? "", out address)
        // The root's dot at the end of a domain is left out.
        && string.Equals(address.Address, text?.TrimEnd('.'), StringComparison.Ordinal)
        && !address.Address.Any(char.IsControl);
}
