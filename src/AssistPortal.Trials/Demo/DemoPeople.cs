using System.Globalization;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using NodaTime;

namespace AssistPortal.Trials.Demo;

/// <summary>People of a made-up customer, their use of the services, its phone numbers.</summary>
internal static class DemoPeople
{
    /// <summary>Phone numbers of a customer with Call.</summary>
    public const int Numbers = 3;

    private static readonly string[] Names =
    [
        "Hana Kimura", "Leo Marchetti", "Amara Diallo", "Felix Braun", "Sofia Petrova", "Noah Lindgren", "Mei Tan",
        "Daniel Costa", "Elif Demir",
    ];

    public static IEnumerable<OrganisationMember> Of(
        DemoTrial demo, Organisation organisation, PortalUser administrator)
    {
        var first = new OrganisationMember(
            organisation.Id, demo.Email, MailKey.Of(demo.Email), PersonName.Of(demo.FirstName, demo.LastName));
        first.Appoint(administrator.Id);
        first.Assign(demo.Services);
        yield return first;
        for (var at = 0; at < demo.Users; at++)
        {
            var email = string.Create(
                CultureInfo.InvariantCulture,
                $"{Names[at].Split(' ')[0].ToLowerInvariant()}@customer{PlaceOf(demo)}.example");
            var member = new OrganisationMember(organisation.Id, email, MailKey.Of(email), Names[at]);
            member.Assign([.. demo.Services.Where(
                service => service != CloudService.Room && (at % 3 != 2 || service == CloudService.Message))]);
            yield return member;
        }
    }

    /// <summary>A use that grows by and by, less at weekends.</summary>
    public static IEnumerable<UsageFigure> UsageOf(DemoTrial demo, Organisation organisation, LocalDate start)
    {
        for (var day = 0; day < Math.Min(demo.Age, demo.Length); day++)
        {
            var date = start.PlusDays(day);
            var quiet = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 4 : 1;
            foreach (var service in demo.Services)
            {
                var most = service == CloudService.Message ? 60 : 9;
                var count = (((day * 7) + ((int)service * 5)) % 11 + day) * most / 30 / quiet;
                yield return new UsageFigure(organisation.Id, service, date, count);
            }
        }
    }

    public static IEnumerable<TrialNumber> NumbersOf(DemoTrial demo, Guid trialId)
    {
        var place = PlaceOf(demo);
        return Enumerable.Range(0, Numbers).Select(at =>
            new TrialNumber(trialId, string.Create(CultureInfo.InvariantCulture, $"+1555{place:00}001{at:0}")));
    }

    private static int PlaceOf(DemoTrial demo) => DemoTrial.All.Index().First(pair => pair.Item == demo).Index;
}
