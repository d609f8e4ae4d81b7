using System.Data.Common;
using AssistPortal.Assist;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>
/// Orders by the million, written past EF Core: the same each time, three years back and half a year ahead. One in
/// twenty has the coordinator for its owner.
/// </summary>
internal sealed class BulkOrders(BenchDatabase database, int seed = 1)
{
    public const string Coordinator = "coordinator@bench.example";

    /// <summary>How many sites there are, each with a customer, <c>customer0@bench.example</c> and so on.</summary>
    public const int Sites = 200;

    private const int DaysBack = 1095;
    private const int DaysAhead = 180;

    private static readonly string[] Columns =
    [
        "Id", "Number", "DraftId", "HostUserId", "SiteId", "PackageId", "ProducerId", "State", "PageLanguage",
        "Currency", "StandardFeeMinor", "CalendarSequence", "PlacedAt", "UpdateNoticeHours",
        "LeastCancellationPercent", "Version", "AccessRound", "LanguageAnswer", "ReportEmail", "SearchText",
        "FirstName", "LastName", "Phone", "Email", "Company", "Start", "DurationMinutes", "TimeZone", "Topic",
        "MeetingNumber", "MeetingUrl", "ExpectedAttendees", "Presenters", "Agenda", "RecordingFormat",
        "AssistLanguage", "OtherComments", "FeeLines", "CancellationTiers", "SessionWishes", "OwnerId",
    ];

    private const string Fee = """[{"Kind":"Base","Minutes":null,"AmountMinor":125000}]""";
    private const string Tiers = """[{"NoticeHours":48,"Percent":0},{"NoticeHours":0,"Percent":100}]""";

    private static readonly string[] FirstNames =
        ["Hannah", "Olivia", "Jonas", "Renata", "Yichun", "Sophia", "Marco", "Amara", "Noor", "志明"];

    private static readonly string[] Syllables =
    [
        "ba", "cor", "del", "fin", "gar", "hol", "jen", "kro", "lan", "mer", "nor", "pe", "ros", "sti", "tan", "vel",
        "win", "zil",
    ];

    private static readonly string[] Themes =
    [
        "training", "launch", "update", "investor", "sales", "quarterly", "onboarding", "regional", "safety",
        "compliance", "webinar",
        "product", "results", "town hall", "partner", "roadmap", "review", "workshop", "summit", "briefing",
    ];

#pragma warning disable CA5394 // Nobody has to be unable to guess it.
    private readonly Random random = new(seed);
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

    /// <summary>A word that few orders hold, one that many do, a company, a name, part of a phone number.</summary>
    public IReadOnlyList<string> Words =>
        ["zilrosfin", "training", "holmer", "brooks", "investor summit", "gar", "nothing-at-all", "志明", "555-0142"];

    /// <summary>A coordinator, sites, hosts; then the orders with their reasons for attention.</summary>
    public async Task AddAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        await AddPeopleAsync(db, cancellationToken);
        var hosts = await db.Users.Select(user => user.Id).ToListAsync(cancellationToken);
        var sites = await db.Set<Site>().Select(site => new { site.Id, site.Currency }).ToListAsync(cancellationToken);
        var packages = await db.Set<ServicePackage>().Select(package => package.Id).ToListAsync(cancellationToken);
        var producers = await db.Set<Producer>().Select(producer => producer.Id).ToListAsync(cancellationToken);
        var now = Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());
        var coordinator = await db.Users.Where(user => user.Email == Coordinator).Select(user => user.Id)
            .SingleAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        List<Guid> needy = [];
        await using (var orders = await BulkTable.OpenAsync(connection, "Orders", Columns, cancellationToken))
        {
            for (var index = 0; index < count; index++)
            {
                var id = Guid.CreateVersion7();
                if (random.Next(500) == 0)
                {
                    needy.Add(id);
                }

                var site = sites[(int)(sites.Count * Math.Pow(random.NextDouble(), 2))];
                object?[] row =
                [
                    .. Row(
                        id,
                        hosts[random.Next(hosts.Count)],
                        (site.Id, site.Currency),
                        packages[random.Next(packages.Count)],
                        producers[random.Next(producers.Count)],
                        now),
                    random.Next(20) == 0 ? coordinator : null,
                ];
                await orders.AddAsync(row, cancellationToken);
            }

            await orders.CompleteAsync(cancellationToken);
        }

        await WriteAttentionAsync(connection, needy, now, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            database.Provider == DatabaseProvider.PostgreSql ? "VACUUM ANALYZE" : "ANALYZE", cancellationToken);
    }

    private static async Task AddPeopleAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellationToken);
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        var packages = await db.Set<ServicePackage>().ToListAsync(cancellationToken);
        AddUser(Coordinator, AssistRoles.Coordinator);
        for (var number = 0; number < Sites; number++)
        {
            AddUser(FormattableString.Invariant($"customer{number}@bench.example"), AssistRoles.Host);
            var site = new Site(
                FormattableString.Invariant($"Site {number}"),
                FormattableString.Invariant($"site{number}.meetings.example"),
                "USD");
            site.Offer(packages);
            db.Add(site);
        }

        await db.SaveChangesAsync(cancellationToken);

        void AddUser(string email, string role)
        {
            var user = new PortalUser("Hannah", "Brooks")
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true, PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            user.ChooseTimeZone("America/New_York");
            db.Add(user);
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = roles[role] });
        }
    }

    private object[] Row(
        Guid id, Guid host, (int Id, string Currency) site, int package, int producer, Instant now)
    {
        var start = now + Duration.FromMinutes(15 * random.Next(-DaysBack * 96, DaysAhead * 96));
        var placed = Instant.Min(
            start - Duration.FromMinutes(random.Next(14 * 1440, 90 * 1440)),
            now - Duration.FromMinutes(random.Next(1, 2000)));
        var chance = random.Next(100);
        var state =
            chance < 10 ? OrderState.Cancelled : start < now && chance < 99 ? OrderState.Completed : OrderState.Placed;
        var number = NewNumber();
        var contact = new ContactDetails
        {
            FirstName = FirstNames[random.Next(FirstNames.Length)],
            LastName = Word(2),
            Email = FormattableString.Invariant($"{Word(2)}{random.Next(100000)}@{Word(2)}.example"),
            Company = $"{Word(3)} {Word(2)}",
            Phone = FormattableString.Invariant($"+1 212 555 {random.Next(10_000):0000}"),
        };
        var topic = FormattableString.Invariant($"{Theme()} {Theme()} {Word(2)} {random.Next(1000)}");
        return
        [
            id, number.Compact, Guid.CreateVersion7(), host, site.Id, package, producer, $"{state}", "en",
            site.Currency, 125000L, 0, placed.ToDateTimeUtc(), 24, 0, 0, 0, nameof(LanguageAnswer.NotNeeded),
            "", OrderSearchText.Of(number, contact, new EventDetails { Topic = topic, ExpectedAttendees = 100 }),
            contact.FirstName, contact.LastName, contact.Phone, contact.Email, contact.Company,
            start.ToDateTimeUtc(), 60, "America/New_York", topic, "", "", 100, "", "An agenda.",
            nameof(RecordingFormat.Mp4), "en", "", Fee, Tiers, "[]",
        ];
    }

    /// <summary>Of a million at random, two are alike now and then.</summary>
    private RequestNumber NewNumber()
    {
        RequestNumber number;
        do
        {
            number = RequestNumber.Random();
        }
        while (!numbers.Add(number.Compact));

        return number;
    }

    private async Task WriteAttentionAsync(
        DbConnection connection, List<Guid> needy, Instant now, CancellationToken cancellationToken)
    {
        string[] reasons = ["Language", "MailFailed", "ReportContact", "Session", "NotCompleted"];
        await using var attentions = await BulkTable.OpenAsync(
            connection, "OrderAttentions", ["OrderId", "Reason", "DueAt"], cancellationToken);
        foreach (var id in needy)
        {
            await attentions.AddAsync(
                [
                    id,
                    reasons[random.Next(reasons.Length)],
                    (now + Duration.FromHours(random.Next(-2000, 500))).ToDateTimeUtc(),
                ],
                cancellationToken);
        }

        await attentions.CompleteAsync(cancellationToken);
    }

    private string Word(int syllables)
    {
        var word = string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private string Theme() => Themes[random.Next(Themes.Length)];
#pragma warning restore CA5394
}
