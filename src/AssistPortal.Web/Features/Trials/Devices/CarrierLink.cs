using AssistPortal.Web.Shared;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>A carrier's contact as a link: a page, a mail address or a phone number.</summary>
public static class CarrierLink
{
    private const int LeastDigits = 3;

    /// <summary>Where it leads; null where it is neither.</summary>
    public static string? Of(string contact)
    {
        if (Uri.TryCreate(contact, UriKind.Absolute, out var page) && page.Scheme is "https" or "http")
        {
            return page.AbsoluteUri;
        }

        if (Shared.Forms.TextRules.IsEmail(contact))
        {
            return $"mailto:{contact}";
        }

        return contact.Count(char.IsAsciiDigit) >= LeastDigits && !contact.Any(char.IsLetter)
            ? PhoneLink.Of(contact)
            : null;
    }
}
