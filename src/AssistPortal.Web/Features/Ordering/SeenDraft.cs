using System.Globalization;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// What a page showed of the draft beside its own fields: another tab may have changed it since, and nobody orders what
/// they have not seen.
/// </summary>
public sealed record SeenDraft(int SiteId, int PackageId, EventTime Time)
{
    private const char Separator = '|';

    /// <summary>What there is to see of a draft that has passed step 1.</summary>
    public static SeenDraft Of(OrderDraft draft) => new(draft.SiteId, draft.PackageId, draft.Time!);

    /// <summary>What a form says; null where it says nothing that can be read.</summary>
    public static SeenDraft? Read(string? field) =>
        field?.Split(Separator) is [var site, var package, var start, var minutes, var zone]
            && Tolerant.Number(site) is { } siteId
            && Tolerant.Number(package) is { } packageId
            && MomentField.Read(start) is { } moment
            && Tolerant.Number(minutes) is { } length
            && Tolerant.Zone(zone) is not null
            ? new SeenDraft(
                siteId, packageId, new EventTime { Start = moment, DurationMinutes = length, TimeZone = zone })
            : null;

    public string Write() => string.Join(
        Separator,
        SiteId.ToString(CultureInfo.InvariantCulture),
        PackageId.ToString(CultureInfo.InvariantCulture),
        MomentField.Write(Time.Start),
        Time.DurationMinutes.ToString(CultureInfo.InvariantCulture),
        Time.TimeZone);
}
