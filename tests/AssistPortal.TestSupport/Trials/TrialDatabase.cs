using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Accounts;
using AssistPortal.TestSupport.Databases;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.TestSupport.Trials;

/// <summary>
/// A database of its own with the services of the trials module, and a partner with an administrator.
/// </summary>
public sealed class TrialDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TrialDatabase(DatabaseProvider provider, Action<DbContextOptionsBuilder>? options)
    {
        database = TestDatabase.Create(provider);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<IClock>(Clock)
            .AddSingleton(new PortalAddress(new Uri("https://portal.example/")))
            .AddMail(Path.GetTempPath())
            .AddAccountMails()
            .AddPortalRoles()
            .AddTrials()
            .AddDataProtection().Services
            .AddPortalAccounts().Services
            .AddDbContext<PortalDbContext>(builder =>
            {
                database.Use(builder);
                options?.Invoke(builder);
            })
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = TestClock.AtStartOfDecember2026();

    public Partner Partner { get; private set; } = null!;

    public Guid PartnerUserId { get; private set; }

    public static async Task<TrialDatabase> CreateAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, Action<DbContextOptionsBuilder>? options = null)
    {
        var made = new TrialDatabase(provider, options);
        await made.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<RoleSeed>().EnsureAsync(default);
            made.Partner = new Partner("Bluefin Networks", "sales@bluefin.example", "");
            var user = AddAccount(scope.GetRequiredService<PortalDbContext>(), "partner@bluefin.example");
            made.PartnerUserId = user.Id;
            scope.GetRequiredService<PortalDbContext>().AddRange(
                made.Partner, new PartnerMember { PartnerId = made.Partner.Id, UserId = user.Id });
            return await scope.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        return made;
    }

    /// <summary>A trial of the partner's that starts now, with an administrator.</summary>
    public Task<Trial> BeginAsync(SampleTrial sample) => InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<PortalDbContext>();
        var organisation = new Organisation(sample.Company, sample.SiteHost);
        var trial = Trial.Begin(
            new TrialStart(
                Partner.Id, organisation.Id, sample.Company, sample.Country, sample.TimeZone, sample.Language,
                sample.LengthDays, sample.Services),
            Clock.GetCurrentInstant());
        db.AddRange(organisation, trial, NewMember(db, organisation.Id, sample.Email));
        db.AddRange(sample.PhoneNumbers.Select(number => new TrialNumber(trial.Id, number)));
        await db.SaveChangesAsync();
        return trial;
    });

    /// <summary>An administrator with an account, to be saved by the caller.</summary>
    public static OrganisationMember NewMember(PortalDbContext db, Guid organisationId, string email)
    {
        var member = new OrganisationMember(organisationId, email, MailKey.Of(email), "");
        member.Appoint(AddAccount(db, email).Id);
        return member;
    }

    public Task<Trial> FindAsync(Guid trialId) => ReadAsync(db =>
        db.Set<Trial>().AsNoTracking().Include(trial => trial.Services).SingleAsync(trial => trial.Id == trialId));

    public Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read) =>
        InScopeAsync(scope => read(scope.GetRequiredService<PortalDbContext>()));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }

    private static PortalUser AddAccount(PortalDbContext db, string email)
    {
        var user = new PortalUser("", "")
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            NormalizedUserName = email.ToUpperInvariant(),
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = "0",
        };
        db.Users.Add(user);
        return user;
    }
}

/// <summary>A made-up trial.</summary>
public sealed record SampleTrial(string Company, string Email)
{
    public string Country { get; init; } = "US";

    public string TimeZone { get; init; } = "Etc/UTC";

    public string Language { get; init; } = "en";

    public int LengthDays { get; init; } = 30;

    public string? SiteHost { get; init; }

    public IReadOnlyList<string> PhoneNumbers { get; init; } = [];

    public IReadOnlyDictionary<CloudService, int> Services { get; init; } =
        new Dictionary<CloudService, int> { [CloudService.Message] = 10 };
}
