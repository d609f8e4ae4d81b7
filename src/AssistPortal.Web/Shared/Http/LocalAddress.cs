using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Shared.Http;

/// <summary>Addresses to go to that came in with a request: only ever the portal's own, and fit for a header.</summary>
internal static class LocalAddress
{
    private const int Longest = 2000;

    /// <summary>RFC 3986: what may stand in path, query and fragment besides letters and digits.</summary>
    private const string Allowed = "-._~!$&'()*+,;=:@/?";

    /// <summary>Whether it is a path of the portal, by the rules of browsers.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and { Length: <= Longest } && RedirectHttpResult.IsLocalUrl(address);

    /// <summary>Goes there if it is local, else to the start page.</summary>
    public static LocalRedirectResult BackTo(this Controller controller, string? address) =>
        controller.LocalRedirect(IsLocal(address) ? Encode(address!) : "/");

    /// <summary>Percent-encodes what is not encoded yet.</summary>
    public static string Encode(string address)
    {
        var encoded = new StringBuilder(address.Length);
        Span<byte> bytes = stackalloc byte[4];
        var at = 0;
        var fragment = address.IndexOf('#', StringComparison.Ordinal);
        foreach (var rune in address.EnumerateRunes())
        {
            if (at == fragment || IsAllowed(rune) || IsEncoded(address.AsSpan(at)))
            {
                encoded.Append(rune);
            }
            else
            {
                foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                }
            }

            at += rune.Utf16SequenceLength;
        }

        return encoded.ToString();
    }

    private static bool IsAllowed(Rune rune) => rune.IsAscii
        && (char.IsAsciiLetterOrDigit((char)rune.Value)
            || Allowed.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsEncoded(ReadOnlySpan<char> rest) =>
        rest is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
}
