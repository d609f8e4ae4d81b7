using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>The month strip: days by how many producers are free, and the free starts of one of them.</summary>
/// <param name="Address">Where scripts ask for the strip, as seen from the page; null where it is only read.</param>
/// <param name="DurationMinutes">Length of the event that would fit.</param>
public sealed record FreeTimesModel(string? Address, int DurationMinutes)
{
    private const int MostShades = 3;

    private static readonly LocalTime OfficeOpens = new(9, 0);
    private static readonly LocalTime OfficeCloses = new(17, 0);

    /// <summary>Which of a form's strips it is, where there are several, from 0.</summary>
    public int? Line { get; init; }

    /// <summary>What the names of the fields begin with that go with it.</summary>
    public string Prefix => PrefixOf(Line);

    /// <summary>Whether its days are there to be read, not to be chosen.</summary>
    public bool IsToRead => Address is null;

    /// <summary>In which the times are meant; null while something that the strip needs is not known.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>First day of the month.</summary>
    public LocalDate Month { get; init; }

    /// <summary>The month's days on which events can be ordered.</summary>
    public IReadOnlyList<FreeDay> Days { get; init; } = [];

    /// <summary>The day whose starts are shown: the typed one, else the first that has any.</summary>
    public LocalDate? Chosen { get; init; }

    public LocalDate? TypedDate { get; init; }

    public LocalTime? TypedTime { get; init; }

    /// <summary>Whether the page tells before who would produce it, so that scripts ask anew for each start.</summary>
    public bool HasForecast { get; init; }

    /// <summary>Who would produce it at the typed start; null where there is nothing to tell.</summary>
    public StartForecast? Forecast { get; init; }

    /// <summary>First day of the month before, where something can be ordered in it.</summary>
    public LocalDate? Earlier { get; init; }

    /// <summary>First day of the month after, where something can be ordered in it.</summary>
    public LocalDate? Later { get; init; }

    public static string PrefixOf(int? line) => line is { } place ? $"Lines[{place}]." : "";

    /// <summary>The id of one of its parts.</summary>
    public string IdOf(string part) => Line is { } place ? $"{part}-{place}" : part;

    /// <summary>The month as weeks, which begin on the day that the language begins them on.</summary>
    public IEnumerable<LocalDate?[]> Weeks(IsoDayOfWeek first)
    {
        var blanks = ((int)Month.DayOfWeek - (int)first + 7) % 7;
        var length = Month.Calendar.GetDaysInMonth(Month.Year, Month.Month);
        return Enumerable.Repeat<LocalDate?>(null, blanks)
            .Concat(Enumerable.Range(0, length).Select(day => (LocalDate?)Month.PlusDays(day)))
            .Chunk(7);
    }

    /// <summary>What is known of a day; null where nothing can be ordered on it.</summary>
    public FreeDay? On(LocalDate date) => Days.FirstOrDefault(day => day.Date == date);

    /// <summary>How dark the day is: 0 for nobody, up to 3 for three producers and more.</summary>
    public static int Shade(FreeDay day) => Math.Min(day.Producers, MostShades);

    /// <summary>The chosen day's starts within office hours.</summary>
    public IReadOnlyList<LocalTime> Usual => [.. Starts.Where(IsUsual)];

    /// <summary>Its other starts, each half hour: who wants another quarter types it.</summary>
    public IReadOnlyList<LocalTime> Others => [.. Starts.Where(start => !IsUsual(start) && start.Minute % 30 == 0)];

    private IEnumerable<LocalTime> Starts => Chosen is { } date ? On(date)?.Starts ?? [] : [];

    private static bool IsUsual(LocalTime start) => start >= OfficeOpens && start <= OfficeCloses;
}
