namespace AssistPortal.Web.Shared;

/// <summary>Links that dial.</summary>
public static class PhoneLink
{
    /// <summary>The address (RFC 3966) that dials a number as people write it, with the extension behind it.</summary>
    public static string Of(string phone)
    {
        var end = phone.AsSpan().IndexOfAnyExcept("+0123456789 ().-");
        var extension = end < 0 ? "" : Digits(phone[end..]);
        return $"tel:{Digits(end < 0 ? phone : phone[..end])}{(extension.Length > 0 ? $";ext={extension}" : "")}";
    }

    private static string Digits(string text) =>
        string.Concat(text.Where(sign => sign is '+' || char.IsAsciiDigit(sign)));
}
