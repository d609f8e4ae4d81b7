using AssistPortal.Data.Database;
using AssistPortal.Data.Limits;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Data.Limits;

public abstract class AttemptLimitTests(DatabaseProvider provider) : IDisposable
{
    private static readonly AttemptLimit Three = new("test", "one", 3);

    private readonly TestDatabase database = TestDatabase.Create(provider);
    private readonly FakeClock clock = TestClock.AtStartOfDecember2026();

    public void Dispose() => database.Dispose();

    [DatabaseFact]
    public async Task After_the_free_tries_the_next_waits_until_the_first_is_a_quarter_of_an_hour_old()
    {
        for (var number = 0; number < 3; number++)
        {
            Assert.Null((await CountAsync(Three)).Wait);
            clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal(Duration.FromMinutes(12), (await CountAsync(Three)).Wait);
        Assert.Equal(Duration.FromMinutes(12), (await CountAsync(Three)).Wait);
        clock.Advance(Duration.FromMinutes(12));
        Assert.Null((await CountAsync(Three)).Wait);
        Assert.Equal(Duration.FromMinutes(1), (await CountAsync(Three)).Wait);
    }

    [DatabaseFact]
    public async Task Each_limit_counts_for_itself_and_the_longest_wait_holds()
    {
        for (var number = 0; number < 3; number++)
        {
            await CountAsync(Three, new AttemptLimit("other", $"{number}", 3));
        }

        Assert.Null((await CountAsync(Three with { Value = "two" }, new AttemptLimit("other", "one", 3))).Wait);
        Assert.NotNull((await CountAsync(new AttemptLimit("other", "3", 3), Three)).Wait);
    }

    [DatabaseFact]
    public async Task A11_a_limit_that_others_have_used_up_lets_through_whoever_has_tries_left()
    {
        static AttemptLimit From(string who) => Three with { Unless = new AttemptLimit("test from", who, 1) };
        for (var number = 0; number < 3; number++)
        {
            Assert.Null((await CountAsync(From("a stranger"))).Wait);
            clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal(Duration.FromMinutes(12), (await CountAsync(From("a stranger"))).Wait);
        Assert.Null((await CountAsync(From("a customer"))).Wait);
        Assert.NotNull((await CountAsync(From("a customer"))).Wait);
    }

    [DatabaseFact]
    public async Task A_right_try_is_taken_back()
    {
        for (var number = 0; number < 9; number++)
        {
            await using var db = database.NewContext();
            var limits = new AttemptLimits(db, clock);
            await limits.TakeBackAsync(await limits.CountAsync([Three], default), default);
        }

        Assert.Null((await CountAsync(Three)).Wait);
    }

    [DatabaseFact]
    public async Task Of_many_at_once_never_more_than_allowed_go_through()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => CountAsync(Three))));
        Assert.InRange(answers.Count(answer => answer.Wait is null), 0, 3);
    }

    private async Task<CountedAttempt> CountAsync(params AttemptLimit[] limits)
    {
        await using var db = database.NewContext();
        return await new AttemptLimits(db, clock).CountAsync(limits, default);
    }
}

public sealed class AttemptLimitOnSqlite() : AttemptLimitTests(DatabaseProvider.Sqlite);

public sealed class AttemptLimitOnPostgreSql() : AttemptLimitTests(DatabaseProvider.PostgreSql);

public sealed class AttemptLimitOnSqlServer() : AttemptLimitTests(DatabaseProvider.SqlServer);
