using System.Security.Cryptography;
using AssistPortal.Assist.Producers;
using Microsoft.AspNetCore.DataProtection;

namespace AssistPortal.Assist.Calendars;

/// <summary>Keeps addresses of calendars unread by whoever reads the database, with the portal's own keys.</summary>
internal sealed class CalendarSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("AssistPortal.ProducerCalendar");

    public string Protect(Uri address) => protector.Protect(address.AbsoluteUri);

    /// <summary>Null where the key is lost.</summary>
    public Uri? Unprotect(ProducerCalendar calendar)
    {
        try
        {
            return new Uri(protector.Unprotect(calendar.ProtectedAddress));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
