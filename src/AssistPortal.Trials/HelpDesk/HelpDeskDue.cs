using NodaTime;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>How soon the help desk answers.</summary>
internal static class HelpDeskDue
{
    /// <summary>Until when a request is to be answered that is made now.</summary>
    public static Instant Of(HelpDeskRequestKind kind, Instant now) => now + Duration.FromDays(kind switch
    {
        HelpDeskRequestKind.Shipment or HelpDeskRequestKind.Question => 1,
        HelpDeskRequestKind.Label or HelpDeskRequestKind.SiteDeletion => 2,
        HelpDeskRequestKind.MoreDevices => 3,
        _ => 14,
    });
}
