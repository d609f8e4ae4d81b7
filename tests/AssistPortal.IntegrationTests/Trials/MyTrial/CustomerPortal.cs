using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

/// <summary>
/// A portal of its own for a class of tests, which looks with every request whether a session still holds.
/// </summary>
public sealed class CustomerPortal : IAsyncLifetime, IAsyncDisposable
{
    public const string Customer = "customer@demo.example";
    public const string OtherCustomer = "customer2@demo.example";
    public const string CustomerInGrace = "customer3@demo.example";
    public const string PaidCustomer = "admin@falconrail.example";

    public PortalFactory Portal { get; } = PortalFactory.With(new PortalSetup
    {
        Services = services => services.Configure<SecurityStampValidatorOptions>(
            options => options.ValidationInterval = TimeSpan.Zero),
    });

    public async Task<PortalClient> SignedInAsync(string email, string language = "en")
    {
        var browser = Portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        await browser.SignInAsync(email);
        return browser;
    }

    public Task<Guid> UserIdAsync(string email) =>
        Portal.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    public Task<OrganisationMember> MemberAsync(string email)
    {
        var key = MailKey.Of(email);
        return Portal.InDatabaseAsync(db => db.Set<OrganisationMember>().AsNoTracking()
            .Include(member => member.Assignments)
            .SingleAsync(member => member.EmailKey == key));
    }

    public async Task<Trial> TrialOfAsync(string email)
    {
        var member = await MemberAsync(email);
        return await Portal.InDatabaseAsync(db => db.Set<Trial>().AsNoTracking()
            .Include(trial => trial.Services)
            .SingleAsync(trial => trial.OrganisationId == member.OrganisationId));
    }

    /// <summary>Does something as one request among others would.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => Portal.DisposeAsync().AsTask();
}
