using System.Globalization;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>An ordered assist service, with its fee and cancellation terms as they were when it was placed.</summary>
public sealed partial class Order : IVersioned
{
    private readonly List<OrderRecording> recordings = [];

    private Order()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The request number's ten symbols, unique.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The draft that it was placed from, unique: submitting twice finds the same order.</summary>
    public Guid DraftId { get; private set; }

    /// <summary>Whose order it is; null where a coordinator placed it for the site alone.</summary>
    public Guid? HostUserId { get; private set; }

    /// <summary>The coordinator who placed it for the customer; null where the host did.</summary>
    public Guid? PlacedById { get; private set; }

    /// <summary>Who placed it.</summary>
    public Guid OrderedById => PlacedById ?? HostUserId
        ?? throw new InvalidOperationException($"Nobody has placed order {Id}.");

    public int SiteId { get; private set; }

    public int PackageId { get; private set; }

    public int ProducerId { get; private set; }

    /// <summary>
    /// The coordinator who looks after it; null for nobody. It changes beside <see cref="Version"/>: who looks after an
    /// order is no matter of the customer's, whose update or cancellation must not fail by it.
    /// </summary>
    public Guid? OwnerId { get; private set; }

    public ContactDetails Contact { get; private set; } = ContactDetails.Empty;

    public EventTime Time { get; private set; } = null!;

    public EventDetails Event { get; private set; } = null!;

    /// <summary>Session of the site's meeting directory that the host picked, where there is one.</summary>
    public string? SessionKey { get; private set; }

    /// <summary>Address of the person under which that session was found.</summary>
    public string? SessionHostEmail { get; private set; }

    public OrderState State { get; private set; }

    /// <summary>Language of the pages when it was placed; its mails are written in it.</summary>
    public string PageLanguage { get; private set; } = "";

    /// <summary>ISO 4217 code of the fee.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Sum of <see cref="FeeLines"/>, in minor units.</summary>
    public long StandardFeeMinor { get; private set; }

    /// <summary>SEQUENCE of the last calendar mail (RFC 5546).</summary>
    public int CalendarSequence { get; private set; }

    public Instant PlacedAt { get; private set; }

    /// <summary>Least hours from an update to the new start, as it stood when the order was placed.</summary>
    public int UpdateNoticeHours { get; private set; }

    public Instant? CancelledAt { get; private set; }

    /// <summary>
    /// What the cancellation costs, in minor units of <see cref="Currency"/>; null while not cancelled.
    /// </summary>
    public long? CancellationFeeMinor { get; private set; }

    /// <summary>
    /// Which share of the fee cancelling costs at least, since a customer has moved the order when it cost that.
    /// </summary>
    public int LeastCancellationPercent { get; private set; }

    /// <summary>Whether the asked language can be had; English needs no answer.</summary>
    public LanguageAnswer LanguageAnswer { get; private set; }

    /// <summary>Whether a coordinator has told the customer of the asked language.</summary>
    public bool IsLanguageAnswered => LanguageAnswer is LanguageAnswer.Confirmed or LanguageAnswer.Declined;

    /// <summary>Who gets the report of the event; empty while nobody is named.</summary>
    public string ReportEmail { get; private set; } = "";

    public Instant? CompletedAt { get; private set; }

    /// <summary>How the event went; null while nobody has noted it.</summary>
    public OrderReport? Report { get; private set; }

    /// <summary>The standard rates as they were; null for orders that are older than this record.</summary>
    public OrderRates? Rates { get; private set; }

    /// <summary>By what it is found: see <see cref="OrderSearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>
    /// How often access without an account has been ended: see <see cref="AccessStamp"/>. It changes beside
    /// <see cref="Version"/>.
    /// </summary>
    public int AccessRound { get; private set; }

    public int Version { get; private set; }

    /// <summary>What access without an account is bound to: it ends with another contact or round.</summary>
    public string AccessStamp => AccessStampOf(Contact.Email, AccessRound);

    public IReadOnlyCollection<OrderRecording> Recordings => recordings.AsReadOnly();

    /// <summary>What the fee consists of, as it was when the order was placed or last edited.</summary>
    public IReadOnlyList<FeeLine> FeeLines { get; private set; } = [];

    /// <summary>What cancelling costs, as it was when the order was placed.</summary>
    public IReadOnlyList<OrderCancellationTier> CancellationTiers { get; private set; } = [];

    /// <summary>
    /// Times at which the customer would like a consultation or rehearsal, on the event's wall clock, as typed.
    /// </summary>
    public IReadOnlyList<LocalDateTime> SessionWishes { get; private set; } = [];

    /// <summary>The wished times in their order.</summary>
    public IReadOnlyList<ZonedDateTime> WishedTimes =>
        [.. SessionWishes.Select(wish => wish.InZoneLeniently(Time.LocalStart.Zone))];

    public RequestNumber RequestNumber => RequestNumber.Parse(Number);

    /// <summary>UID of the order's calendar event; never changes.</summary>
    public string CalendarUid => $"order-{Id:n}@assistportal";

    /// <summary>UID of the entry in its producers' calendars; never changes.</summary>
    public string ProducerCalendarUid => $"production-{Id:n}@assistportal";

    /// <summary>The fee as it was when the order was placed.</summary>
    public StandardFee StandardFee => new(Currency, FeeLines);

    /// <inheritdoc cref="AccessStamp"/>
    public static string AccessStampOf(string email, int round) =>
        SecretKey.HashOf(string.Create(CultureInfo.InvariantCulture, $"{round} {email.ToUpperInvariant()}"));

    /// <summary>How far the order is.</summary>
    public OrderPhase PhaseAt(Instant now) => State.PhaseAt(Time, now);

    /// <summary>What cancelling costs and when, by the terms as they were when it was placed.</summary>
    public CancellationTerms CancellationTerms => new(
        Time.Start,
        CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)),
        LeastCancellationPercent);

    /// <summary>The same if a customer moved it now.</summary>
    public CancellationTerms CancellationTermsMoved(Instant start, Instant now) => new(
        start,
        CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)),
        CancellationTerms.At(now).Percent);
}
