using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.UnitTests.Trials.Organisations;

/// <summary>Administrators of customers who act at once, each with a context of their own.</summary>
public abstract class PeopleRaceTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Rounds = 4;
    private const string Free = "free@person.example";

    private TrialDatabase database = null!;

    public async Task InitializeAsync() => database = await TrialDatabase.CreateAsync(provider);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [DatabaseFact]
    public async Task Many_who_add_and_remove_at_once_lose_nothing()
    {
        var trial = await BeginAsync("harbour");
        var administrators = await AppointAsync(trial, 3);
        for (var round = 0; round < Rounds; round++)
        {
            var former = await Task.WhenAll(
                Enumerable.Range(0, 2).Select(at => AddAsync(administrators[0], $"old{round}-{at}@harbour.example")));

            var results = await Task.WhenAll(
                AddAsync(administrators[0], $"new{round}-0@harbour.example"),
                AddAsync(administrators[1], $"new{round}-1@harbour.example"),
                RemoveAsync(administrators[1], former[0].MemberId),
                RemoveAsync(administrators[2], former[1].MemberId));

            Assert.All(results, result => Assert.Equal(PeopleOutcome.Saved, result.Outcome));
        }

        Assert.Equal(
            Enumerable.Range(0, Rounds).SelectMany(round =>
                new[] { $"new{round}-0@harbour.example", $"new{round}-1@harbour.example" }),
            (await MembersAsync(trial)).Where(member => !member.IsAdministrator).Select(member => member.Email));
    }

    [DatabaseFact]
    public async Task A_user_whom_two_remove_at_once_goes_once()
    {
        var trial = await BeginAsync("harbour");
        var administrators = await AppointAsync(trial, 2);
        var added = await AddAsync(administrators[0], "user@harbour.example");

        var results = await Task.WhenAll(administrators.Select(actor => RemoveAsync(actor, added.MemberId)));

        AssertOutcomes(results, PeopleOutcome.Saved, PeopleOutcome.Gone);
        Assert.Equal(1, await AuditedAsync("trial.user-removed"));
    }

    [DatabaseFact]
    public async Task An_address_goes_to_one_of_two_organisations()
    {
        var (harbour, orchard) = (await BeginAsync("harbour"), await BeginAsync("orchard"));
        var rivals = new[] { (await AppointAsync(harbour, 1))[0], (await AppointAsync(orchard, 1))[0] };
        for (var round = 0; round < Rounds; round++)
        {
            var results = await Task.WhenAll(
                AddAsync(rivals[0], $"user{round}@both.example"), AddAsync(rivals[1], $"USER{round}@Both.example"));

            AssertOutcomes(results, PeopleOutcome.Saved, PeopleOutcome.AddressTaken);
        }

        Assert.Equal(Rounds, await database.ReadAsync(db =>
            db.Set<OrganisationMember>().CountAsync(member => !member.IsAdministrator)));
    }

    [DatabaseFact]
    public async Task An_address_that_two_of_one_organisation_add_is_there_once()
    {
        var trial = await BeginAsync("harbour");
        var administrators = await AppointAsync(trial, 2);

        var results = await Task.WhenAll(administrators.Select(actor => AddAsync(actor, "user@harbour.example")));

        AssertOutcomes(results, PeopleOutcome.Saved, PeopleOutcome.Already);
        Assert.Equal(results[0].MemberId, results[1].MemberId);
    }

    [DatabaseFact]
    public async Task Somebody_free_is_taken_over_by_one_of_two_organisations()
    {
        var (harbour, orchard) = (await BeginAsync("harbour"), await BeginAsync("orchard"));
        var rivals = new[] { (await AppointAsync(harbour, 1))[0], (await AppointAsync(orchard, 1))[0] };
        await database.ReadAsync(async db =>
        {
            db.Add(Organisation.MakeFree());
            db.Add(new OrganisationMember(Organisation.FreeId, Free, MailKey.Of(Free), ""));
            return await db.SaveChangesAsync();
        });

        var results = await Task.WhenAll(rivals.Select(rival => AddAsync(rival, Free)));

        AssertOutcomes(results, PeopleOutcome.Saved, PeopleOutcome.AddressTaken);
    }

    [DatabaseFact]
    public async Task The_last_licences_go_to_as_many_as_there_are()
    {
        var trial = await BeginAsync("harbour", licences: 2);
        var administrators = await AppointAsync(trial, 4);

        var results = await Task.WhenAll(administrators.Select(
            (administrator, at) => AddAsync(administrator, $"user{at}@harbour.example", CloudService.Message)));

        AssertOutcomes(
            results, PeopleOutcome.Saved, PeopleOutcome.Saved, PeopleOutcome.NoLicence, PeopleOutcome.NoLicence);
    }

    [DatabaseFact]
    public async Task Of_administrators_who_dismiss_each_other_in_a_ring_somebody_stays()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var trial = await BeginAsync($"ring{round}");
            var ring = (await MembersAsync(trial)).Concat(await AddAdministratorsAsync(trial, 2)).ToList();

            var results = await Task.WhenAll(ring.Select((actor, at) => round % 2 == 0
                ? DismissAsync(actor.UserId!.Value, ring[(at + 1) % 3].Id)
                : RemoveAsync(actor.UserId!.Value, ring[(at + 1) % 3].Id)));

            var left = (await MembersAsync(trial)).Count(member => member.IsAdministrator);
            Assert.InRange(left, 1, 2);
            Assert.Equal(ring.Count - left, results.Count(result => result.Outcome == PeopleOutcome.Saved));
            Assert.Equal(left, results.Count(result => result.Outcome == PeopleOutcome.Gone));
        }
    }

    [DatabaseFact]
    public async Task Somebody_whom_two_appoint_at_once_gets_one_account()
    {
        var trial = await BeginAsync("harbour");
        var administrators = await AppointAsync(trial, 2);
        var added = await AddAsync(administrators[0], "chief@harbour.example");

        var results = await Task.WhenAll(administrators.Select(actor => AppointAsync(actor, added.MemberId)));

        AssertOutcomes(results, PeopleOutcome.Saved, PeopleOutcome.Saved);
        Assert.Equal(1, await database.ReadAsync(db =>
            db.Users.CountAsync(user => user.Email == "chief@harbour.example")));
        Assert.Equal(1, await AuditedAsync("trial.administrator-appointed"));
    }

    private Task<Trial> BeginAsync(string name, int licences = 10) => database.BeginAsync(
        new SampleTrial(name, $"chief@{name}1.example")
        {
            Services = new Dictionary<CloudService, int> { [CloudService.Message] = licences },
        });

    /// <summary>Accounts of so many administrators of a trial's organisation.</summary>
    private async Task<IReadOnlyList<Guid>> AppointAsync(Trial trial, int count)
    {
        await AddAdministratorsAsync(trial, count - 1);
        return [.. (await MembersAsync(trial)).Select(member => member.UserId!.Value)];
    }

    private Task<List<OrganisationMember>> AddAdministratorsAsync(Trial trial, int count) =>
        database.ReadAsync(async db =>
        {
            var members = Enumerable.Range(2, count).Select(number =>
                TrialDatabase.NewMember(db, trial.OrganisationId, $"chief{number}@{trial.Company}.example")).ToList();
            db.AddRange(members);
            await db.SaveChangesAsync();
            return members;
        });

    private Task<List<OrganisationMember>> MembersAsync(Trial trial) => database.ReadAsync(db =>
        db.Set<OrganisationMember>().AsNoTracking()
            .Where(member => member.OrganisationId == trial.OrganisationId)
            .OrderBy(member => member.EmailKey)
            .ToListAsync());

    private Task<int> AuditedAsync(string action) =>
        database.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action));

    private Task<PeopleResult> AddAsync(Guid actor, string email, params IReadOnlyList<CloudService> services) =>
        WithAsync((OrganisationPeople all) => all.AddAsync(new PersonDetails(email, "", services), actor, default));

    private Task<PeopleResult> RemoveAsync(Guid actor, Guid memberId) =>
        WithAsync((OrganisationPeople all) => all.RemoveAsync(memberId, actor, default));

    private Task<PeopleResult> AppointAsync(Guid actor, Guid memberId) =>
        WithAsync((OrganisationAdministrators all) => all.AppointAsync(memberId, actor, default));

    private Task<PeopleResult> DismissAsync(Guid actor, Guid memberId) =>
        WithAsync((OrganisationAdministrators all) => all.DismissAsync(memberId, actor, default));

    private Task<PeopleResult> WithAsync<TService>(Func<TService, Task<PeopleResult>> act)
        where TService : notnull =>
        database.InScopeAsync(scope => Task.Run(() => act(scope.GetRequiredService<TService>())));

    private static void AssertOutcomes(IEnumerable<PeopleResult> results, params PeopleOutcome[] expected) =>
        Assert.Equal(expected, results.Select(result => result.Outcome).Order());
}

public sealed class PeopleRaceOnSqlite() : PeopleRaceTests(DatabaseProvider.Sqlite);

public sealed class PeopleRaceOnPostgreSql() : PeopleRaceTests(DatabaseProvider.PostgreSql);

public sealed class PeopleRaceOnSqlServer() : PeopleRaceTests(DatabaseProvider.SqlServer);
