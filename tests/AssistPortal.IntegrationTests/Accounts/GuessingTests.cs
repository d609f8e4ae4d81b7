using System.Net;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Whoever guesses passwords (cases of the attack); each test begins with no try counted.</summary>
public sealed class GuessingTests : IClassFixture<GuessingTests.Room>
{
    private readonly Room room;
    private readonly PortalFactory portal;

    public GuessingTests(Room room)
    {
        (this.room, portal) = (room, room.Portal);
        portal.Clock.Advance(Duration.FromHours(1));
    }

    [Fact]
    public async Task A5_An_account_that_cant_be_entered_costs_as_much_as_a_wrong_password()
    {
        const string Invited = "daniel.okafor@northwind.example";
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == Invited), user => user.PasswordHash = null));
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == "producer@demo.example"),
            user => user.LockoutEnd = PortalUser.Forever));
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");

        var costs = new List<(int Hashes, int Statements, HttpStatusCode Status)>();
        foreach (var email in new[]
        {
            "warm.up@demo.example", Journeys.OtherHost, "nobody@demo.example", Invited, "producer@demo.example",
        })
        {
            var before = room.Hasher.Count;
            room.Commands.Count = 0;
            var page = await form.SubmitAsync(new() { ["Email"] = email, ["Password"] = "not the password" });
            costs.Add((room.Hasher.Count - before, room.Commands.Count, page.Status));
        }

        Assert.Equal((1, HttpStatusCode.UnprocessableEntity), (costs[1].Hashes, costs[1].Status));
        Assert.Single(costs.Skip(1).Distinct());
    }

    [Fact]
    public async Task A6_Of_wrong_passwords_at_once_no_more_are_looked_at_than_one_by_one()
    {
        using var browser = portal.CreatePortalClient();
        var (action, fields) = (await browser.GetAsync("/account/sign-in")).Prepare(
            new() { ["Email"] = Journeys.OtherHost, ["Password"] = "not the password" });
        var before = room.Hasher.Count;
        for (var batch = 0; batch < 3; batch++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
            {
                using var response = await browser.SendOnceAsync(HttpMethod.Post, action, fields);
            })));
        }

        Assert.InRange(room.Hasher.Count - before, 0, SignInLimits.FreeForAccount);
    }

    [Fact]
    public async Task A7_One_address_tries_no_great_number_of_accounts()
    {
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");
        var before = room.Hasher.Count;
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 60; number++)
        {
            var page = await form.SubmitAsync(
                new() { ["Email"] = $"person{number}@demo.example", ["Password"] = "not the password" });
            statuses.Add(page.Status);
        }

        Assert.Equal(SignInLimits.FreeForNetwork, room.Hasher.Count - before);
        Assert.Equal(
            60 - SignInLimits.FreeForNetwork, statuses.Count(status => status == HttpStatusCode.TooManyRequests));

        // One entry for each that was looked at, and one for all that were not.
        var began = portal.Clock.GetCurrentInstant();
        Assert.Equal(
            [("sign-in.unknown", SignInLimits.FreeForNetwork), ("sign-in.unknown-limited", 1)],
            (await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.At == began && entry.Action.StartsWith("sign-in."))
                .GroupBy(entry => entry.Action)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync())).Select(group => (group.Key, group.Count)).Order());
    }

    [Fact]
    public async Task A8_Whoever_is_kept_waiting_by_strangers_goes_on_with_a_device_of_their_own()
    {
        using var own = portal.CreatePortalClient();
        await (await own.SignInToFirstPageAsync(Journeys.Host)).SubmitFormAsync("form[action='/account/sign-out']");
        using var stranger = portal.CreatePortalClient();
        var form = await stranger.GetAsync("/account/sign-in");
        for (var number = 0; number < SignInLimits.FreeForAccount; number++)
        {
            await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = $"wrong password {number}" });
        }

        var page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("900", page.Headers["Retry-After"]);
        Assert.Equal(portal.Words("en", "Accounts.SignIn.TooMany|15 minutes"), page.Errors["Email"]);

        Assert.Equal("/resources", (await own.SignInToFirstPageAsync(Journeys.Host)).Path);

        // A device that is known for one account is a stranger to another, and guesses no more than that.
        var other = await own.GetAsync("/account/sign-in");
        var before = room.Hasher.Count;
        for (var number = 0; number < 2 * SignInLimits.FreeForAccount; number++)
        {
            await other.SubmitAsync(new() { ["Email"] = Journeys.OtherHost, ["Password"] = "not the password" });
        }

        Assert.Equal(SignInLimits.FreeForAccount, room.Hasher.Count - before);
        portal.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal("/resources", (await stranger.SignInToFirstPageAsync(Journeys.Host)).Path);
    }

    [Fact]
    public async Task An_old_hash_is_renewed_when_its_owner_signs_in()
    {
        var old = new PasswordHasher<PortalUser>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 100 }))
            .HashPassword(new PortalUser(), DemoAccounts.Password);
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == "coordinator@demo.example"), user => user.PasswordHash = old));
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");

        var hash = Convert.FromBase64String((await portal.InDatabaseAsync(db => db.Users.AsNoTracking()
            .SingleAsync(user => user.Email == "coordinator@demo.example"))).PasswordHash!);
        Assert.Equal(1_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5, 4)));
        await browser.SignInAsync("coordinator@demo.example");
    }

    public sealed class Room : IDisposable
    {
        public Room() => Portal = PortalFactory.With(new PortalSetup
        {
            Services = services =>
            {
                LinksTests.WithoutWorkers.Services(services);
                services.AddSingleton<IPasswordHasher<PortalUser>>(Hasher);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Commands));
            },
        });

        public PortalFactory Portal { get; }

        internal CountedHasher Hasher { get; } = new();

        internal CountedCommands Commands { get; } = new();

        public void Dispose() => Portal.Dispose();
    }
}
