using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Ordering;

/// <summary>Drafts in every state that a test may want.</summary>
internal static class Drafts
{
    public static readonly Instant Now = SampleOrder.Now;

    public static readonly MeetingLookupAnswer Scheduled = new(true, "host", "host@demo.example", "session-1");

    public static readonly EventInformation Information = new(
        SampleOrder.Event,
        [new OrderedExtra(ExtraKind.Rehearsal, 90)],
        [new LocalDateTime(2027, 3, 10, 14, 0)],
        "reports@demo.example");

    public static OrderDraft New(Guid? host = null, int siteId = 3, int packageId = 5) =>
        OrderDraft.Begin(host ?? Guid.NewGuid(), siteId, packageId, SampleOrder.Contact, Now);

    public static OrderDraft WithTime(this OrderDraft draft, int? siteId = null, Instant? now = null)
    {
        draft.SetAvailability(
            siteId ?? draft.SiteId, draft.PackageId, SampleOrder.Contact, SampleOrder.Time, now ?? Now);
        return draft;
    }

    public static OrderDraft WithLookup(this OrderDraft draft, MeetingLookupAnswer? answer = null)
    {
        draft.SetLookup(answer ?? Scheduled, Now);
        return draft;
    }

    public static OrderDraft WithEvent(this OrderDraft draft)
    {
        draft.SetEvent(Information, Now);
        return draft;
    }

    public static UnfinishedForm Typed(OrderStep step, string topic) =>
        new(step, new Dictionary<string, string>(StringComparer.Ordinal) { ["Topic"] = topic });
}
