using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Data.SignIn;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Data.SignIn;

public abstract class KnownDeviceTests(DatabaseProvider provider) : IDisposable
{
    private static readonly DeviceKind Kind = new("Firefox", "Linux");

    private readonly TestDatabase database = TestDatabase.Create(provider);
    private readonly FakeClock clock = TestClock.AtStartOfDecember2026();

    public void Dispose() => database.Dispose();

    [DatabaseFact]
    public async Task A_device_has_one_session_which_ends_by_itself_or_with_the_others()
    {
        var user = await AddUserAsync();
        var first = await BeginAsync(user, "first");
        var second = await BeginAsync(user, "second");
        Assert.True(await AskAsync(devices => devices.IsOpenAsync(user, first, default)));
        Assert.False(await AskAsync(devices => devices.IsOpenAsync(Guid.NewGuid(), first, default)));

        var again = await BeginAsync(user, "first");
        Assert.False(await AskAsync(devices => devices.IsOpenAsync(user, first, default)));
        Assert.Equal(2, (await AskAsync(devices => devices.AllAsync(user, default))).Count);

        await AskAsync(async devices =>
        {
            await devices.ForgetOthersAsync(user, again, default);
            return true;
        });
        Assert.False(await AskAsync(devices => devices.IsOpenAsync(user, second, default)));
        Assert.True(await AskAsync(devices => devices.IsOpenAsync(user, again, default)));

        await AskAsync(async devices =>
        {
            await devices.EndAsync(user, again, default);
            return true;
        });
        Assert.False(await AskAsync(devices => devices.IsOpenAsync(user, again, default)));
        var known = Assert.Single(await AskAsync(devices => devices.AllAsync(user, default)));
        Assert.Equal(("Firefox", "Linux", null), (known.Browser, known.Platform, known.SessionId));
        Assert.Equal(known.Id, await AskAsync(devices => devices.FindAsync(user, "first", default)));
        Assert.True(await AskAsync(devices => devices.ForgetAsync(user, known.Id, default)));
        Assert.False(await AskAsync(devices => devices.ForgetAsync(user, known.Id, default)));
    }

    [DatabaseFact]
    public async Task A_device_that_is_known_by_a_mailed_link_alone_is_not_used_before_somebody_is_signed_in_there()
    {
        var user = await AddUserAsync();
        await AskAsync(async devices =>
        {
            await devices.RememberAsync(user, "key", Kind, default);
            return true;
        });
        Assert.NotNull(await AskAsync(devices => devices.FindAsync(user, "key", default)));
        Assert.Null(await AskAsync(devices => devices.FindUsedAsync(user, "key", default)));

        var session = await BeginAsync(user, "key");
        Assert.NotNull(await AskAsync(devices => devices.FindUsedAsync(user, "key", default)));
        Assert.Null(await AskAsync(devices => devices.FindUsedAsync(user, "another key", default)));
        clock.Advance(Duration.FromSeconds(1));
        await AskAsync(async devices =>
        {
            await devices.EndAsync(user, session, default);
            return true;
        });
        Assert.NotNull(await AskAsync(devices => devices.FindUsedAsync(user, "key", default)));
    }

    [DatabaseFact]
    public async Task A_device_is_known_until_it_was_not_used_for_long()
    {
        var user = await AddUserAsync();
        var session = await BeginAsync(user, "key");
        clock.Advance(KnownDevices.Lifetime - Duration.FromDays(1));
        Assert.True(await AskAsync(devices => devices.IsOpenAsync(user, session, default)));
        clock.Advance(KnownDevices.Lifetime - Duration.FromDays(1));
        Assert.NotNull(await AskAsync(devices => devices.FindAsync(user, "key", default)));
        Assert.Null(await AskAsync(devices => devices.FindAsync(user, "another key", default)));
        Assert.Null(await AskAsync(devices => devices.FindAsync(user, null, default)));
        clock.Advance(Duration.FromDays(1));
        Assert.Null(await AskAsync(devices => devices.FindAsync(user, "key", default)));
        Assert.Empty(await AskAsync(devices => devices.AllAsync(user, default)));
    }

    [DatabaseFact]
    public async Task Of_sign_ins_of_one_browser_at_once_one_session_stays()
    {
        var user = await AddUserAsync();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => BeginAsync(user, "key"))));
        var known = Assert.Single(await AskAsync(devices => devices.AllAsync(user, default)));
        Assert.Contains(known.SessionId!.Value, sessions);
    }

    private Task<Guid> BeginAsync(Guid user, string key) =>
        AskAsync(devices => devices.BeginAsync(user, key, Kind, SignInWay.Password, default));

    private async Task<T> AskAsync<T>(Func<KnownDevices, Task<T>> ask)
    {
        await using var db = database.NewContext();
        return await ask(new KnownDevices(db, clock, clock));
    }

    private async Task<Guid> AddUserAsync()
    {
        await using var db = database.NewContext();
        var user = new PortalUser("Ada", "Lindqvist") { Id = Guid.CreateVersion7() };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }
}

public sealed class KnownDeviceOnSqlite() : KnownDeviceTests(DatabaseProvider.Sqlite);

public sealed class KnownDeviceOnPostgreSql() : KnownDeviceTests(DatabaseProvider.PostgreSql);

public sealed class KnownDeviceOnSqlServer() : KnownDeviceTests(DatabaseProvider.SqlServer);
