using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text;

namespace AssistPortal.Mail;

/// <summary>A setting that is one bare mail address, without a display name; null passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlainAddressAttribute() : ValidationAttribute("{0} is not a mail address.")
{
    public override bool IsValid(object? value) => value is null || PlainAddress.TryParse(value as string, out _);
}

internal static class PlainAddress
{
    /// <summary>
    /// Whether the text is one mail address that every server takes: nothing around it, and ASCII before the
    /// <c>@</c> (other local parts need SMTPUTF8 all the way). The domain may be international.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailAddress? address) =>
        MailAddress.TryCreate(text, out address)
        && string.Equals(address.Address, text, StringComparison.OrdinalIgnoreCase)
        && Ascii.IsValid(address.User)
        && !address.Address.Any(char.IsControl);
}
