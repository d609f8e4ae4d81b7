using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Accounts;

/// <summary>A person of the demo data who can sign in; the e-mail address is the user name.</summary>
/// <param name="Email">On a <c>.example</c> domain.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Roles">Roles that the account has.</param>
public sealed record DemoAccount(string Email, string FirstName, string LastName, params IReadOnlyList<string> Roles)
{
    public string Company { get; init; } = "";

    public string? Phone { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the start of the portal names it; false for people who only fill the lists.</summary>
    public bool IsAnnounced { get; init; } = true;
}

/// <summary>What a module adds to the demo data beside accounts.</summary>
public interface IDemoContent
{
    /// <summary>Adds to the context and saves, within the transaction of <see cref="DemoData"/>.</summary>
    /// <param name="users">The demo users by e-mail address, already saved.</param>
    /// <param name="cancellationToken">Stops the filling; nothing stays then.</param>
    Task AddAsync(IReadOnlyDictionary<string, PortalUser> users, CancellationToken cancellationToken);
}

public static class DemoAccounts
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "Demo-portal-1";

    public const string Administrator = "admin@demo.example";

    /// <summary>A module's demo accounts, for <see cref="DemoData"/>.</summary>
    public static IServiceCollection AddDemoAccounts(
        this IServiceCollection services, params IEnumerable<DemoAccount> accounts)
    {
        foreach (var account in accounts)
        {
            services.AddSingleton(account);
        }

        return services;
    }

    /// <summary><see cref="DemoData"/> and the demo account of the administrator.</summary>
    public static IServiceCollection AddPortalDemo(this IServiceCollection services) =>
        services.AddScoped<DemoData>().AddDemoAccounts(
            new DemoAccount(Administrator, "Ada", "Lindqvist", PortalRoles.Administrator) { Company = "AssistPortal" });
}
