namespace AssistPortal.Web.Shared;

/// <summary>Links that dial.</summary>
public static class PhoneLink
{
    /// <summary>The address (RFC 3966) that dials a number as people write it, with the extension behind it.</summary>
    public static string Of(string phone)
    {
        var end = phone.AsSpan().IndexOfAnyExcept("+0123456789 ().-");
        if (end < 0)
        {
            return $"tel:{Digits(phone)}";
        }

        var extension = Digits(phone[end..]);
        return $"tel:{Digits(phone[..end])}{(extension.Length > 0 ? $";ext={extension}" : "")}";
    }

    private static string Digits(string text) =>
        string.Concat(text.Where(sign => sign is '+' || char.IsAsciiDigit(sign)));
}
