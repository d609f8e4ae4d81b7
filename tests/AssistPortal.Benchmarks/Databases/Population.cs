using AssistPortal.Assist;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
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
        ["America/New_York", "Europe/London", "Europe/Berlin", "Asia/Taipei", "America/Los_Angeles", "Australia/Sydney"];

    /// <summary>Address of a host; all have <see cref="DemoAccounts.Password"/>.</summary>
    public static string Host(int number) => FormattableString.Invariant($"host{number}@bench.example");

    /// <summary>Active producers who may do everything.</summary>
    /// <param name="database">Has its packages already.</param>
    /// <param name="count">How many.</param>
    /// <param name="aroundTheClock">Seven days a week without a break; else office hours on weekdays in six zones.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task AddProducersAsync(
        BenchDatabase database, int count, bool aroundTheClock, CancellationToken cancellation)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            await using var db = database.NewContext();
            var packages = await db.Set<ServicePackage>().Select(package => package.Id).ToListAsync(cancellation);
            db.AddRange(some.Select(number => Producer(number, packages, aroundTheClock)));
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Hosts 0 to count - 1.</summary>
    public static async Task AddHostsAsync(BenchDatabase database, int count, CancellationToken cancellation)
    {
        await using var db = database.NewContext();
        var role = await db.Roles.SingleAsync(item => item.Name == AssistRoles.Host, cancellation);
        var site = new Site { Name = "Bench", HostName = "bench.meetings.example", Currency = "USD" };
        site.Packages.AddRange(await db.Set<ServicePackage>().ToListAsync(cancellation));

        // Hashing is slow on purpose, and the password is the same and public.
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        foreach (var number in Enumerable.Range(0, count))
        {
            var host = User(Host(number), hash);
            db.Add(host);
            db.Add(new IdentityUserRole<Guid> { UserId = host.Id, RoleId = role.Id });
            site.Members.Add(new SiteMember { UserId = host.Id });
        }

        db.Add(site);
        await db.SaveChangesAsync(cancellation);
    }

    private static PortalUser User(string email, string hash) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = hash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        FirstName = "Hannah",
        LastName = "Brooks",
        Company = "Northwind Events",
        PhoneNumber = "+1 212 555 0142",
        TimeZone = "America/New_York",
    };

    private static Producer Producer(int number, IReadOnlyList<int> packages, bool aroundTheClock)
    {
        var producer = new Producer
        {
            Name = FormattableString.Invariant($"Producer {number}"),
            Email = FormattableString.Invariant($"producer{number}@bench.example"),
            Phone = "+1 212 555 0101",
            TimeZone = Zones[number % Zones.Length],
        };
        producer.Languages.Add(new ProducerLanguage { Language = "en" });
        producer.Qualifications.AddRange(packages.Select(package => new ProducerQualification { PackageId = package }));
        producer.Hours.AddRange(Enumerable.Range(1, aroundTheClock ? 7 : 5).Select(day => new WorkingHours
        {
            Day = (IsoDayOfWeek)day,
            StartMinute = aroundTheClock ? 0 : Morning,
            EndMinute = aroundTheClock ? Day : Evening,
        }));
        return producer;
    }
}
