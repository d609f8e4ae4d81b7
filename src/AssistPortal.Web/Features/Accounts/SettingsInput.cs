using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts;

public sealed class SettingsInput
{
    public const string Single = "single";
    public const string Digest = "digest";

    /// <summary>IANA zone; empty for none.</summary>
    public string? TimeZone { get; set; }

    public string? Delivery { get; set; }

    /// <summary>Culture name of the language of mails; empty for that of the pages.</summary>
    public string? MailLanguage { get; set; }

    internal DateTimeZone? Zone => Tolerant.Zone(TimeZone);

    /// <summary>Null where neither is chosen.</summary>
    internal bool? WantsDigest => Tolerant.Code(Delivery).ToLowerInvariant() switch
    {
        Single => false,
        Digest => true,
        _ => null,
    };

    public static SettingsInput Of(PortalUser user) => new()
    {
        TimeZone = user.TimeZone,
        MailLanguage = user.MailLanguage,
        Delivery = user.WantsMailDigest ? Digest : Single,
    };
}
