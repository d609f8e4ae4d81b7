using AssistPortal.Assist.Orders;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.TestSupport.Portal;

/// <summary>Walks through ordering with sensible answers, to any step.</summary>
public static class Journeys
{
    public const string Host = "host@demo.example";
    public const string OtherHost = "host2@demo.example";

    /// <summary>Presses 'Order now' of a package: to step 1.</summary>
    public static async Task<PortalPage> BeginAsync(this PortalClient client, string package = "ec-premium")
    {
        var services = await client.GetAsync("/assist");
        return await services.SubmitFormAsync($"form:has(input[name=PackageCode][value={package}])");
    }

    /// <summary>Through step 1, to step 2.</summary>
    /// <param name="client">A host's browser.</param>
    /// <param name="package">Code of the package.</param>
    /// <param name="moment">When; a moment of its own is taken where none is given.</param>
    public static async Task<PortalPage> ToMeetingLookupAsync(
        this PortalClient client, string package = "ec-premium", FreeMoment? moment = null) =>
        (await (await client.BeginAsync(package)).SubmitAsync((moment
            ?? FreeMoment.Next()).Fields())).At("meeting-lookup");

    /// <summary>Through steps 1 and 2, where nothing is scheduled yet, to step 3.</summary>
    /// <inheritdoc cref="ToMeetingLookupAsync" path="/param" />
    public static async Task<PortalPage> ToEventInformationAsync(
        this PortalClient client, string package = "ec-premium", FreeMoment? moment = null) =>
        (await (await client.ToMeetingLookupAsync(package, moment)).SubmitAsync(new() { ["IsScheduled"] = "no" }))
            .At("event-information");

    /// <summary>A whole order, to the confirmation.</summary>
    /// <param name="client">A host's browser.</param>
    /// <param name="package">Code of the package.</param>
    /// <param name="moment">When; a moment of its own is taken where none is given.</param>
    /// <param name="changes">Fields of step 3 that differ from the usual ones.</param>
    public static async Task<PortalPage> OrderAsync(
        this PortalClient client, string package = "ec-premium", FreeMoment? moment = null,
        Dictionary<string, string?>? changes = null)
    {
        var step = await client.ToEventInformationAsync(package, moment);
        return (await step.SubmitAsync(EventFields(changes))).At("confirmation");
    }

    /// <summary>The least that step 3 asks for, with changes.</summary>
    public static Dictionary<string, string?> EventFields(Dictionary<string, string?>? changes = null)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Topic"] = "How we plan the spring",
            ["ExpectedAttendees"] = "120",
        };
        foreach (var (name, value) in changes ?? [])
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>The draft in a step's address.</summary>
    public static Guid Draft(this PortalPage page) => Guid.Parse(page.Path.Split('/')[3]);

    /// <summary>The request number on a confirmation page.</summary>
    public static RequestNumber RequestNumber(this PortalPage page) =>
        Assist.Orders.RequestNumber.Parse(page.Get("#request-number").TextContent);

    /// <summary>The page itself, once it is sure that it is that step.</summary>
    /// <exception cref="InvalidOperationException">It is another page.</exception>
    public static PortalPage At(this PortalPage page, string step) =>
        (int)page.Status == 200 && page.Path.EndsWith($"/{step}", StringComparison.Ordinal)
            ? page
            : throw new InvalidOperationException($"Not at {step}: {page.Describe()}");
}

/// <summary>A date, time and zone of an event.</summary>
public sealed record FreeMoment(LocalDateTime At, string Zone = "America/New_York", int Minutes = 60)
{
    private const int Days = 140;
    private static readonly LocalDateTime First = new(2027, 4, 19, 8, 0);
    private static int taken = -1;

    /// <summary>
    /// A moment of working days at which Olivia Carter and others are free, two hours later too, and that no other
    /// caller in this process gets: tests that share a portal don't take each other's producers. Whoever is free for
    /// <c>ec-premium</c> could work an hour more. From two weeks before the first one to the last one nobody in the
    /// demo data is away or reserved and no clock changes, so that one moment is as good as another. An hour and a half
    /// apart: an hour with its buffers.
    /// </summary>
    public static FreeMoment Next()
    {
        var number = Interlocked.Increment(ref taken);
        var (week, day) = (number % Days / 5, number % 5);
        return new FreeMoment(First.PlusWeeks(week).PlusDays(day).PlusMinutes(number / Days % 3 * 90));
    }

    public Instant Start => At.InZoneStrictly(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();

    /// <summary>The fields of step 1.</summary>
    public Dictionary<string, string?> Fields() => new(StringComparer.Ordinal)
    {
        ["StartDate"] = LocalDatePattern.Iso.Format(At.Date),
        ["StartTime"] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(At.TimeOfDay),
        ["TimeZone"] = Zone,
        ["DurationMinutes"] = $"{Minutes}",
    };
}
