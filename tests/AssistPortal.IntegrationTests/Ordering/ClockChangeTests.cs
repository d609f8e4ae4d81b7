using System.Net;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>
/// A year of one producer's hours, as a host elsewhere sees it. The producer works from 9 to 12 every day, and from
/// midnight to 6 on Sundays, when clocks are changed. An event of an hour takes half an hour before and a quarter
/// after.
/// </summary>
public sealed class ClockChangeTests
{
    private static readonly DateInterval Year = new(new LocalDate(2027, 1, 1), new LocalDate(2027, 11, 25));

    [Theory]
    [InlineData("America/New_York", "2027-03-14", "2027-11-07")]
    [InlineData("Europe/London", "2027-03-28", "2027-10-31")]
    [InlineData("Australia/Sydney", "2027-04-04", "2027-10-03")]
    [InlineData("Australia/Lord_Howe", "2027-04-04", "2027-10-03")]
    public async Task Hours_hold_in_the_producers_local_time_the_whole_year(string zone, params string[] changes)
    {
        await using var portal = new PortalFactory();
        await LeaveOneProducerInAsync(portal, zone);
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);

        Assert.Equal(StartsInHours(DateTimeZoneProviders.Tzdb[zone]), await OfferedStartsAsync(browser));
        foreach (var change in changes)
        {
            await AssertHalfPastNineIsFirstAsync(browser, LocalDatePattern.Iso.Parse(change).Value, zone);
        }
    }

    private static Task LeaveOneProducerInAsync(PortalFactory portal, string zone) => portal.InDatabaseAsync(async db =>
    {
        await db.EditAsync(db.Set<Producer>(), other => other.SetActive(false));
        var package = await db.Set<ServicePackage>().SingleAsync(package => package.Code == "ec-premium");
        var producer = new Producer(SampleDetails.Producer("Mara", zone) with
        {
            Qualifications = [new QualificationDetails(package.Id, ValidFrom: null, ValidUntil: null)],
        });
        producer.ChangeHours(
            [
                .. SampleDetails.Hours(9, 12, Enum.GetValues<IsoDayOfWeek>().Except([IsoDayOfWeek.None])),
                .. SampleDetails.Hours(0, 6, IsoDayOfWeek.Sunday),
            ],
            exceptions: []);
        db.Add(producer);
        return await db.SaveChangesAsync();
    });

    /// <summary>
    /// The starts that leave lead, event and trail within the hours, by NodaTime's own reading of the clock.
    /// </summary>
    private static List<Instant> StartsInHours(DateTimeZone zone) =>
    [
        .. from date in new DateInterval(Year.Start.PlusDays(-1), Year.End.PlusDays(1))
           from hours in date.DayOfWeek == IsoDayOfWeek.Sunday
               ? new[] { (From: 0, To: 6), (From: 9, To: 12) }
               : [(From: 9, To: 12)]
           from start in Quarters(
               At(date, hours.From, zone) + Duration.FromMinutes(30),
               At(date, hours.To, zone) - Duration.FromMinutes(75))
           where Year.Contains(start.InUtc().Date) && IsShown(start.InUtc().TimeOfDay)
           orderby start
           select start,
    ];

    /// <summary>The starts that the month strip offers, day by day, in the host's zone: UTC.</summary>
    private static async Task<List<Instant>> OfferedStartsAsync(PortalClient browser)
    {
        var page = await browser.BeginAsync();
        var strip = $"/assist/order/{page.Draft()}/free-times?SiteId={page.Value("SiteId")}"
            + $"&PackageCode={page.Value("PackageCode")}&TimeZone=Etc/UTC&DurationMinutes=60&StartDate=";
        var starts = new List<Instant>();
        foreach (var date in Year)
        {
            starts.AddRange(
                from button in (await browser.GetAsync(strip + LocalDatePattern.Iso.Format(date)))
                    .All($"button[name=Pick][value^='{LocalDatePattern.Iso.Format(date)}']")
                select Moment(button.GetAttribute("value")!));
        }

        return [.. starts.Order()];
    }

    /// <summary>
    /// Around a change, 9:15 is too early for the lead and 9:30 is taken at once, on the producer's clock.
    /// </summary>
    private static async Task AssertHalfPastNineIsFirstAsync(PortalClient browser, LocalDate change, string zone)
    {
        foreach (var date in new[] { change.PlusDays(-1), change, change.PlusDays(1) })
        {
            var step = await browser.BeginAsync();
            var early = await step.SubmitAsync(new FreeMoment(date.At(new LocalTime(9, 15)), zone).Fields());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
            var free = (date + new LocalTime(9, 30)).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
            Assert.Contains(
                $"{free:uuuu-MM-ddTHH:mm:ss}Z",
                early.All("[name=Alternative]").Select(choice => choice.GetAttribute("value")));
            var held = await step.SubmitAsync(new FreeMoment(date.At(new LocalTime(9, 30)), zone).Fields());
            held.At("meeting-lookup");
        }
    }

    private static IEnumerable<Instant> Quarters(Instant first, Instant last)
    {
        for (var at = first; at <= last; at += Duration.FromMinutes(15))
        {
            yield return at;
        }
    }

    private static Instant At(LocalDate date, int hour, DateTimeZone zone) =>
        zone.AtLeniently(date.At(new LocalTime(hour, 0))).ToInstant();

    /// <summary>Outside of nine to five the strip shows half hours only.</summary>
    private static bool IsShown(LocalTime start) =>
        (start >= new LocalTime(9, 0) && start <= new LocalTime(17, 0)) || start.Minute % 30 == 0;

    private static Instant Moment(string picked) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(picked).Value.InUtc().ToInstant();
}
