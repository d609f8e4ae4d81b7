using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// An order that a host is still filling in, or a coordinator for a customer. It is open to whoever began it, and runs
/// out by itself.
/// </summary>
public sealed class OrderDraft
{
    /// <summary>How long a draft is kept after it was last worked on.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(30);

    private OrderDraft()
    {
    }

    /// <summary>Unguessable: 122 random bits.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who fills it in, and may go on with it.</summary>
    public Guid OpenedById { get; private set; }

    /// <summary>Whether a coordinator orders for a customer.</summary>
    public bool IsByStaff { get; private set; }

    /// <summary>Whose order it will be; null where it will belong to the site alone.</summary>
    public Guid? HostUserId { get; private set; }

    /// <summary>Who wishes for its time: the host, else the draft itself.</summary>
    public Guid WisherId => HostUserId ?? Id;

    /// <summary>Why the coordinator who orders may have it sooner than the lead time; null for no reason.</summary>
    public string? OverrideReason { get; private set; }

    /// <summary>Culture name of the customer's mails; null for the language of the pages.</summary>
    public string? MailLanguage { get; private set; }

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
            OpenedById = hostUserId,
            HostUserId = hostUserId,
            SiteId = siteId,
            PackageId = packageId,
            Contact = contact,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };

    /// <summary>A coordinator begins an order for a customer.</summary>
    /// <param name="staffId">The coordinator.</param>
    /// <param name="hostUserId">Whose order it will be; null where it will belong to the site alone.</param>
    /// <param name="siteId">The site.</param>
    /// <param name="packageId">The package.</param>
    /// <param name="contact">The customer's, as far as they are known.</param>
    /// <param name="now">The moment.</param>
    public static OrderDraft BeginByStaff(
        Guid staffId, Guid? hostUserId, int siteId, int packageId, ContactDetails contact, Instant now)
    {
        var draft = Begin(staffId, siteId, packageId, contact, now);
        (draft.IsByStaff, draft.HostUserId) = (true, hostUserId);
        return draft;
    }

    /// <summary>The coordinator says why it may start sooner than the lead time; null takes that back.</summary>
    /// <exception cref="InvalidOperationException">It is a host's own draft.</exception>
    public void Override(string? reason)
    {
        GuardByStaff();
        OverrideReason = reason is null ? null : Guard.TypedFilled(ShortNotice.ReasonLength, reason);
    }

    /// <summary>The customer gets mails in that language.</summary>
    /// <exception cref="InvalidOperationException">It is a host's own draft.</exception>
    public void MailIn(string culture)
    {
        GuardByStaff();
        MailLanguage = Guard.Filled(Lengths.Language, culture);
    }

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

    private void GuardByStaff()
    {
        if (!IsByStaff)
        {
            throw new InvalidOperationException($"Draft {Id} is the host's own.");
        }
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
