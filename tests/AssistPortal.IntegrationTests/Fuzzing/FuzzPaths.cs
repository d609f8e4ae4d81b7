using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>Addresses of things that are there, and that people who send requests can do without.</summary>
internal sealed class FuzzPaths(ThingsThere things, Guid user, string draft)
{
    public static async Task<FuzzPaths> OfAsync(PortalFactory portal)
    {
        var email = await portal.AddUserAsync("Fuzzed");
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var step = await host.ToEventInformationAsync();
        return new FuzzPaths(
            await ThingsThere.OfAsync(portal),
            await portal.InDatabaseAsync(db => db.Users.Where(item => item.Email == email).Select(item => item.Id)
                .SingleAsync()),
            $"{step.Draft()}");
    }

    public string Of(string template) => things.PathOf($"GET {template
        .Replace("/staff/users/{id:guid}", $"/staff/users/{user}", StringComparison.Ordinal)
        .Replace("{draft:guid}", draft, StringComparison.Ordinal)}");
}
