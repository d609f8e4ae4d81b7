using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>An order that a host is still filling in. It belongs to that host, and runs out by itself.</summary>
public sealed class OrderDraft
{
    /// <summary>How long a draft is kept after it was last worked on.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(30);

    private OrderDraft()
    {
    }

    /// <summary>Unguessable: 122 random bits.</summary>
    public Guid Id { get; private set; }

    public Guid HostUserId { get; private set; }

    public int SiteId { get; private set; }

    public int PackageId { get; private set; }

    public ContactDetails Contact { get; private set; } = ContactDetails.Empty;

    /// <summary>When the event is to take place; null until step 1 is passed.</summary>
    public EventTime? Time => start is { } instant && durationMinutes is { } minutes && timeZone is { } zone
        ? new EventTime { Start = instant, DurationMinutes = minutes, TimeZone = zone }
        : null;

    /// <summary>The answers of step 2; null until it is passed.</summary>
    public MeetingLookupAnswer? Lookup { get; private set; }

    /// <summary>What step 3 starts from: typed by the host or taken from the meeting directory.</summary>
    public EventInformation? Event { get; private set; }

    /// <summary>
    /// Form fields of steps as they were typed but could not yet be accepted, so that nothing is lost.
    /// </summary>
    public IReadOnlyList<UnfinishedForm> Unfinished { get; private set; } = [];

    /// <summary>Whether nothing was typed in it yet.</summary>
    public bool IsUntouched =>
        Time is null && (Unfinished.Count == 0 ? Event is null : Unfinished is [{ IsPreset: true }]);

    /// <summary>
    /// A start that was offered to the host, who had waited for it: whether it is soon enough was judged then.
    /// </summary>
    public Instant? OfferedStart { get; private set; }

    public Instant CreatedAt { get; private set; }

    public Instant ExpiresAt { get; private set; }

    // Mapped as fields: EF Core sets them one by one, Time shows them as one.
    private Instant? start;
    private int? durationMinutes;
    private string? timeZone;

    public static OrderDraft Begin(Guid hostUserId, int siteId, int packageId, ContactDetails contact, Instant now) =>
        new()
        {
            Id = Guid.NewGuid(),
            HostUserId = hostUserId,
            SiteId = siteId,
            PackageId = packageId,
            Contact = contact,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };

    /// <summary>Step 1 is passed. Another site has another meeting directory: what was looked up there goes.</summary>
    public void SetAvailability(int siteId, int packageId, ContactDetails contact, EventTime time, Instant now)
    {
        if (siteId != SiteId && Lookup is not null)
        {
            Lookup = Lookup with { SessionKey = null };
        }

        (SiteId, PackageId, Contact) = (siteId, packageId, contact);
        (start, durationMinutes, timeZone) = (time.Start, time.DurationMinutes, time.TimeZone);
        Finish(OrderStep.Availability, now);
    }

    /// <summary>The host has waited for a start, and goes on with it in this draft.</summary>
    public void TakeOffer(Instant start) => OfferedStart = start;

    /// <summary>Whether a start was offered to the host, and has not come yet.</summary>
    public bool IsOffered(Instant start, Instant now) => start == OfferedStart && start > now;

    /// <summary>Fills a new draft with what is known of a meeting; as yet nothing was typed.</summary>
    /// <param name="lookup">The meeting, as step 2 would have it.</param>
    /// <param name="information">What step 3 starts from.</param>
    /// <param name="stepOne">Fields of step 1.</param>
    public void Preset(MeetingLookupAnswer lookup, EventInformation information, UnfinishedForm stepOne) =>
        (Lookup, Event, Unfinished) = (lookup, information, [stepOne with { IsPreset = true }]);

    /// <summary>Step 2 is passed.</summary>
    public void SetLookup(MeetingLookupAnswer answer, Instant now)
    {
        Lookup = answer;
        Finish(OrderStep.MeetingLookup, now);
    }

    /// <summary>Step 3 is filled in, by the host or from the session that was picked in step 2.</summary>
    public void SetEvent(EventInformation information, Instant now)
    {
        Event = information;
        Finish(OrderStep.EventInformation, now);
    }

    /// <summary>Keeps what was typed in a step that was left or refused.</summary>
    public void KeepUnfinished(UnfinishedForm form, Instant now)
    {
        Finish(form.Step, now);
        Unfinished = [.. Unfinished, form];
    }

    private void Finish(OrderStep step, Instant now)
    {
        if (Unfinished.Any(form => form.Step == step))
        {
            Unfinished = [.. Unfinished.Where(form => form.Step != step)];
        }

        ExpiresAt = now + Lifetime;
    }
}

/// <summary>The answers of step 2, Meeting Lookup.</summary>
/// <param name="IsScheduled">
/// Whether the meeting is already scheduled on the site; null where that was left open.
/// </param>
/// <param name="HostId">Sign-in name on the site of the person who scheduled it.</param>
/// <param name="HostEmail">That person's e-mail address.</param>
/// <param name="SessionKey">The session that was picked; null when step 3 is filled in by hand.</param>
public sealed record MeetingLookupAnswer(bool? IsScheduled, string? HostId, string? HostEmail, string? SessionKey);

/// <summary>What step 3, Event Information, holds.</summary>
/// <param name="Details">What the producer has to know.</param>
/// <param name="Extras">What is ordered beside the package.</param>
/// <param name="SessionWishes">Times for consultations and rehearsals.</param>
/// <param name="ReportEmail">
/// Who gets the report; empty where nobody is named, as in drafts that are older than the field.
/// </param>
public sealed record EventInformation(
    EventDetails Details,
    IReadOnlyList<OrderedExtra> Extras,
    IReadOnlyList<LocalDateTime> SessionWishes,
    string ReportEmail = "");

/// <summary>The posted fields of a step, as typed.</summary>
/// <param name="Step">The step.</param>
/// <param name="Fields">Its fields that are not empty.</param>
/// <param name="IsPreset">Whether the portal filled them in, and nobody typed anything as yet.</param>
public sealed record UnfinishedForm(
    OrderStep Step, IReadOnlyDictionary<string, string> Fields, bool IsPreset = false);
