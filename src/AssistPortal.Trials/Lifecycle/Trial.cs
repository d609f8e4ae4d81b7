using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>A customer's trial of the cloud service. Its dates decide what it is: see <see cref="Life"/>.</summary>
public sealed partial class Trial : IVersioned
{
    public const int MostLicences = 100_000;
    public const int CompanyLength = 120;
    public const int CountryLength = 2;
    public const int LanguageLength = 12;
    public const int TimeZoneLength = 64;
    public const int ExtensionDaysOnce = 30;

    /// <summary>The lengths that there are, in days.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 60, 90];

    // A text in the usual width may be longer than as it was typed.
    internal static readonly int CompanyKeyLength = TypedText.Units(CompanyLength);

    private readonly List<TrialService> services = [];

    private Trial()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnerId { get; private set; }

    /// <summary>The customer's organisation; of an ended trial it is gone.</summary>
    public Guid OrganisationId { get; private set; }

    public string Company { get; private set; } = "";

    /// <summary>By what it is found: the company in lower case.</summary>
    public string CompanyKey { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    /// <summary>IANA zone of the customer, fixed at the start.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Culture name of the customer's mails.</summary>
    public string Language { get; private set; } = "";

    public LocalDate StartDate { get; private set; }

    /// <summary>Days that it was given at first.</summary>
    public int LengthDays { get; private set; }

    /// <summary>The first day on which it is over.</summary>
    public LocalDate EndDate { get; private set; }

    /// <summary>When it was extended; null where it was not.</summary>
    public Instant? ExtendedAt { get; private set; }

    public Guid? ExtendedBy { get; private set; }

    /// <summary>The day on which the notices of the end were written; null while they are not.</summary>
    public LocalDate? NoticesWrittenOn { get; private set; }

    /// <summary>The end date whose coming was told, or was too late to tell; null while neither.</summary>
    public LocalDate? EndToldOf { get; private set; }

    public Instant? ConvertedAt { get; private set; }

    /// <summary>When the irreversible step was done; null while it is not.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>When all that the end takes was erased.</summary>
    public Instant? ErasedAt { get; private set; }

    public Instant? NumbersReleasedAt { get; private set; }

    /// <summary>When what waits for the thirtieth day after the end was done, of paid trials too.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>When the partner last told of having spoken with the customer.</summary>
    public Instant? ContactedAt { get; private set; }

    public Instant CreatedAt { get; private set; }

    /// <summary>When the clock has something to do with it; null for never again.</summary>
    public Instant? NextDueAt { get; private set; }

    /// <summary>From when on 30 days or less are left; stored, with those below, for lists to be asked by.</summary>
    public Instant Within30At { get; private set; }

    /// <inheritdoc cref="Within30At" />
    public Instant Within14At { get; private set; }

    /// <inheritdoc cref="Within30At" />
    public Instant Within7At { get; private set; }

    /// <summary>The first moment of <see cref="EndDate"/>.</summary>
    public Instant EndsAt { get; private set; }

    /// <summary>When grace is over; null while the notices of the end are not written.</summary>
    public Instant? CutOffAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<TrialService> Services => services.AsReadOnly();

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];

    public TrialLife Life => new(StartDate, EndDate, Zone, NoticesWrittenOn, ConvertedAt);

    public TrialState StateAt(Instant now) => Life.StateAt(now);

    public bool Has(CloudService service) => services.Exists(item => item.Service == service);
}
