namespace AssistPortal.Web.Shared;

/// <summary>Links that dial.</summary>
public static class PhoneLink
{
    /// <summary>The address that dials a number as people write it.</summary>
    public static string Of(string phone) =>
        "tel:" + string.Concat(phone.Where(sign => sign is '+' || char.IsAsciiDigit(sign)));
}
