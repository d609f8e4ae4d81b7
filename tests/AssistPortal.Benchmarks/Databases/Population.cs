using AssistPortal.Assist;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Details;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>Producers, and hosts of one site that offers the whole catalogue.</summary>
internal static class Population
{
    private const int AtOnce = 500;
    private const int Morning = 8 * 60;
    private const int Evening = 18 * 60;
    private const int Day = 24 * 60;

    private static readonly string[] Zones =
        [
            "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Taipei", "America/Los_Angeles",
            "Australia/Sydney",
        ];

    /// <summary>Address of a host; all have <see cref="DemoAccounts.Password"/>.</summary>
    public static string Host(int number) => FormattableString.Invariant($"host{number}@bench.example");

    /// <summary>Active producers who may do everything.</summary>
    /// <param name="database">Has its packages already.</param>
    /// <param name="count">How many.</param>
    /// <param name="aroundTheClock">
    /// Seven days a week without a break; else office hours on weekdays in six zones.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task AddProducersAsync(
        BenchDatabase database, int count, bool aroundTheClock, CancellationToken cancellationToken)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            await using var db = database.NewContext();
            var packages = await db.Set<ServicePackage>().Select(package => package.Id).ToListAsync(cancellationToken);
            db.AddRange(some.Select(number => Producer(number, packages, aroundTheClock)));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Hosts 0 to count - 1.</summary>
    public static async Task AddHostsAsync(BenchDatabase database, int count, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var role = await db.Roles.SingleAsync(item => item.Name == AssistRoles.Host, cancellationToken);
        var site = new Site("Bench", "bench.meetings.example", "USD");
        site.Offer(await db.Set<ServicePackage>().ToListAsync(cancellationToken));

        // Hashing is slow on purpose, and the password is the same and public.
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        foreach (var number in Enumerable.Range(0, count))
        {
            var host = User(Host(number), hash);
            db.Add(host);
            db.Add(new IdentityUserRole<Guid> { UserId = host.Id, RoleId = role.Id });
            site.Admit(host.Id);
        }

        db.Add(site);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A wish of hosts in turn for each of the times, which wait from now on.</summary>
    public static async Task AddWishesAsync(
        BenchDatabase database, int hosts, IEnumerable<Instant> times, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var site = await db.Set<Site>().SingleAsync(item => item.Name == "Bench", cancellationToken);
        var package = await db.Set<ServicePackage>().SingleAsync(item => item.Code == "ec-premium", cancellationToken);
        var emails = Enumerable.Range(0, hosts).Select(Host).ToList();
        var ids = await db.Users.Where(user => emails.Contains(user.Email!))
            .Select(user => user.Id)
            .ToListAsync(cancellationToken);
        var now = SystemClock.Instance.GetCurrentInstant();
        db.AddRange(times.Select((start, number) => WaitingWish.Begin(
            new WaitRequest
            {
                HostUserId = ids[number % ids.Count],
                SiteId = site.Id,
                PackageId = package.Id,
                Time = new EventTime { Start = start, DurationMinutes = 60, TimeZone = "America/New_York" },
                Language = "en",
            },
            now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who reads the lists.</summary>
    public static async Task AddCoordinatorAsync(BenchDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var role = await db.Roles.SingleAsync(item => item.Name == AssistRoles.Coordinator, cancellationToken);
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        var user = User(BulkOrders.Coordinator, hash);
        db.Add(user);
        db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Somebody with an account, and a password of that hash.</summary>
    public static PortalUser User(string email, string hash)
    {
        var user = new PortalUser("Hannah", "Brooks", "Northwind Events")
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PhoneNumber = "+1 212 555 0142",
        };
        user.ChooseTimeZone("America/New_York");
        return user;
    }

    private static Producer Producer(int number, IReadOnlyList<int> packages, bool aroundTheClock)
    {
        var producer = new Producer(
            SampleDetails.Producer(FormattableString.Invariant($"Producer {number}"), Zones[number % Zones.Length]) with
            {
                Email = FormattableString.Invariant($"producer{number}@bench.example"),
                Qualifications =
                [
                    .. packages.Select(package => new QualificationDetails(package, ValidFrom: null, ValidUntil: null)),
                ],
            });
        producer.ChangeHours(
            [
                .. Enumerable.Range(1, aroundTheClock ? 7 : 5).Select(day => new HoursDetails(
                    (IsoDayOfWeek)day, aroundTheClock ? 0 : Morning, aroundTheClock ? Day : Evening)),
            ],
            exceptions: []);
        return producer;
    }
}
