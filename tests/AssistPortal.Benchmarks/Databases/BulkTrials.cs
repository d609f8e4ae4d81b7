using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>One partner's trials at every stage, the same each time, of which nothing is due now.</summary>
internal sealed class BulkTrials(BenchDatabase database, int seed = 1)
{
    public const string Administrator = "partner@bench.example";

    private const int AtOnce = 2_000;
    private const int OldestDays = 400;

    private static readonly string[] FirstWords =
    [
        "Harbour", "Cedar", "Lumen", "Orchard", "Falcon", "Meridian", "Pine", "Heron", "Kestrel", "Alpenrose", "Sunny",
        "Silver", "Granite", "Willow", "Copper", "Maple", "North", "Summit", "River", "晨光", "青山",
    ];

    private static readonly string[] LastWords =
    [
        "Books", "Clinic", "Studio", "Foods", "Rail", "Law", "Partners", "Media", "Labs", "Hotels", "Travel", "Bakery",
        "Works", "Logistics", "Gardens", "Systems",
    ];

    private static readonly string[] Zones =
        ["America/Chicago", "Europe/London", "Asia/Taipei", "America/Los_Angeles", "Etc/UTC"];

#pragma warning disable CA5394 // Nobody has to be unable to guess it.
    private readonly Random random = new(seed);

    /// <summary>Parts of companies' names: of many, of few, of one, of none, and one across two words.</summary>
    public static IReadOnlyList<string> Words =>
        ["harbour", "arbour boo", "Kestrel Gardens 77", "4711", "nothing-at-all", "青山"];

    public async Task AddAsync(int count, CancellationToken cancellationToken)
    {
        var partnerId = await AddPartnerAsync(cancellationToken);
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var done = 0; done < count; done += AtOnce)
        {
            await using var db = database.NewContext();
            var numbers = Enumerable.Range(done, Math.Min(AtOnce, count - done));
            db.AddRange(numbers.Select(number => NewTrial(partnerId, number, now)));
            await db.SaveChangesAsync(cancellationToken);
        }

        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            await using var db = database.NewContext();
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancellationToken);
        }
    }

    private async Task<Guid> AddPartnerAsync(CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        var role = await db.Roles.SingleAsync(item => item.Name == TrialRoles.PartnerAdministrator, cancellationToken);
        var user = Population.User(Administrator, hash);
        var partner = new Partner("Bluefin Networks", "sales@bluefin.example", "");
        db.AddRange(
            user,
            new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id },
            partner,
            new PartnerMember { PartnerId = partner.Id, UserId = user.Id });
        await db.SaveChangesAsync(cancellationToken);
        return partner.Id;
    }

    private Trial NewTrial(Guid partnerId, int number, Instant now)
    {
        var began = now - Duration.FromMinutes(random.Next(1, OldestDays * 1440));
        var services = Enum.GetValues<CloudService>()
            .Where(service => service == CloudService.Message || random.Next(3) == 0);
        var trial = Trial.Begin(
            new TrialStart(
                partnerId,
                Guid.CreateVersion7(),
                FormattableString.Invariant($"{AnyOf(FirstWords)} {AnyOf(LastWords)} {number}"),
                "US",
                AnyOf(Zones),
                "en",
                Trial.Lengths[random.Next(Trial.Lengths.Count)],
                services.ToDictionary(service => service, _ => 10)),
            began);
        var isPaid = random.Next(3) == 0;
        var converted = began + Duration.FromDays(random.Next(1, trial.LengthDays));
        if (random.Next(5) == 0 && !isPaid)
        {
            trial.Extend(Guid.CreateVersion7(), began);
        }

        if (isPaid && converted < now)
        {
            Pass(trial, converted);
            trial.Convert([], converted);
        }

        Pass(trial, now);
        if (random.Next(10) < 7)
        {
            trial.NoteContact(began + ((now - began) / 2));
        }

        return trial;
    }

    /// <summary>All that time has done with it.</summary>
    private static void Pass(Trial trial, Instant until)
    {
        while (trial.StepDueAt(until) is { } step)
        {
            Action<Instant> take = step switch
            {
                TrialStep.TellEnd => trial.TellEnd,
                TrialStep.TellExpiry => trial.TellExpiry,
                TrialStep.Settle => trial.Settle,
                TrialStep.End => trial.End,
                TrialStep.Erase => trial.MarkErased,
                _ => trial.ReleaseNumbers,
            };
            take(trial.NextDueAt!.Value);
        }
    }

    private string AnyOf(string[] words) => words[random.Next(words.Length)];
#pragma warning restore CA5394
}
