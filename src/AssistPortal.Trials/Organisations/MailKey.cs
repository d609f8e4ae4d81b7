using System.Globalization;

namespace AssistPortal.Trials.Organisations;

/// <summary>
/// Mail addresses made comparable: without case and space around, domains by IDNA; dots and plus signs count.
/// </summary>
public static class MailKey
{
    private static readonly IdnMapping Domains = new();

    /// <summary>The key of an address; the address itself in lower case where its domain is none.</summary>
    public static string Of(string address)
    {
        var clean = address.Trim();
        var at = clean.LastIndexOf('@');
        if (at < 0)
        {
            return clean.ToLowerInvariant();
        }

        try
        {
            var domain = Domains.GetAscii(clean[(at + 1)..].TrimEnd('.').ToLowerInvariant());
            return $"{clean[..at].ToLowerInvariant()}@{domain.ToLowerInvariant()}";
        }
        catch (ArgumentException)
        {
            return clean.ToLowerInvariant();
        }
    }
}
