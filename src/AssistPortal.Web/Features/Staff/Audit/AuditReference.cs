using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Feeds;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A thing by its key.</summary>
public sealed record AuditReference(AuditThing Thing, string Key)
{
    private static readonly Dictionary<string, AuditThing> ByField = new(StringComparer.Ordinal)
    {
        ["ProducerId"] = AuditThing.Producer,
        ["PackageId"] = AuditThing.Package,
        ["SiteId"] = AuditThing.Site,
        ["Sites"] = AuditThing.Site,
        ["UserId"] = AuditThing.User,
        ["AllowedBy"] = AuditThing.User,
        ["TakenBy"] = AuditThing.User,
        ["OwnerId"] = AuditThing.User,
        ["OrderId"] = AuditThing.Order,
        ["SessionId"] = AuditThing.Session,
        ["TrialId"] = AuditThing.Trial,
        ["MemberId"] = AuditThing.Member,
        ["DeviceId"] = AuditThing.Device,
        ["ShipmentId"] = AuditThing.Shipment,
    };

    private static readonly Dictionary<string, AuditThing> BySubject = new(StringComparer.Ordinal)
    {
        [nameof(Assist.Orders.Order)] = AuditThing.Order,
        [nameof(OrderJob)] = AuditThing.Job,
        [nameof(Invoice)] = AuditThing.Invoice,
        [nameof(MeetingSession)] = AuditThing.Meeting,
        [nameof(Site)] = AuditThing.Site,
        [nameof(ServicePackage)] = AuditThing.Package,
        [nameof(ComparisonRow)] = AuditThing.Row,
        [nameof(Contract)] = AuditThing.Contract,
        [nameof(Producer)] = AuditThing.Producer,
        [nameof(PortalUser)] = AuditThing.User,
        [nameof(ShortNotice)] = AuditThing.User,
        [CalendarFeeds.Subject] = AuditThing.User,
        [nameof(OutboxMail)] = AuditThing.Mail,
        [nameof(WaitingWish)] = AuditThing.Wish,
        [nameof(Trial)] = AuditThing.Trial,
        [nameof(Partner)] = AuditThing.Partner,
        [nameof(HelpDeskRequest)] = AuditThing.Request,
    };

    /// <summary>The thing to which an entry's act was done; null for kinds that nobody knows.</summary>
    public static AuditReference? Of(AuditEntry entry) =>
        BySubject.TryGetValue(entry.Subject, out var thing) ? new AuditReference(thing, entry.SubjectId) : null;

    /// <summary>The things that a value names by their keys; null where it is no such value.</summary>
    public static IReadOnlyList<AuditReference>? Of(string field, object? value) => value switch
    {
        _ when !ByField.TryGetValue(field, out _) => null,
        int or Guid => [new AuditReference(ByField[field], $"{value}")],
        IEnumerable<int> keys => [.. keys.Select(key => new AuditReference(ByField[field], $"{key}"))],
        _ => null,
    };
}
