using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>
/// The rest of the table: <see cref="AccessTests"/> asks each address by GET and POST, and as each role; here by what
/// asks without a body, and by what no address takes.
/// </summary>
public sealed class VerbTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Taken = ["GET", "HEAD", "POST"];

    private static readonly HttpMethod[] NeverTaken = [HttpMethod.Put, HttpMethod.Delete];

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    [InlineData(Journeys.Host, MayEnter.Host)]
    [InlineData("coordinator@demo.example", MayEnter.Staff)]
    [InlineData("admin@demo.example", MayEnter.Staff, MayEnter.Administrator)]
    [InlineData("producer@demo.example", MayEnter.Producer)]
    [InlineData("partner@demo.example", MayEnter.Partner)]
    [InlineData("customer@demo.example", MayEnter.Customer)]
    [InlineData("helpdesk@demo.example", MayEnter.HelpDesk)]
    public async Task To_no_role_does_an_address_tell_more_by_another_verb(string? email, params MayEnter[] roles)
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        if (email is not null)
        {
            await browser.SignInAsync(email == "nobody" ? await portal.AddUserAsync("Roleless") : email);
        }

        foreach (var (endpoint, who) in AccessTable.All)
        {
            var address = things.PathOf(endpoint);
            if (endpoint.StartsWith("GET ", StringComparison.Ordinal))
            {
                using var head = await browser.SendOnceAsync(HttpMethod.Head, address);
                Assert.True(
                    email is null && who != MayEnter.Anybody ? IsSignIn(head)
                        : !AccessTable.IsOpenTo(who, roles) ? head.StatusCode == HttpStatusCode.NotFound
                        : !IsSignIn(head) && IsFine(head.StatusCode, endpoint, who),
                    $"HEAD of {endpoint}: {head.StatusCode}");
            }

            foreach (var method in endpoint.StartsWith("ANY ", StringComparison.Ordinal) ? [] : NeverTaken)
            {
                using var refused = await browser.SendOnceAsync(method, address);
                Assert.True(
                    refused.StatusCode == HttpStatusCode.MethodNotAllowed
                        && refused.Content.Headers.Allow.All(Taken.Contains),
                    $"{method} of {endpoint}: {refused.StatusCode}");
            }
        }
    }

    private static bool IsSignIn(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Found
        && answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in?", StringComparison.Ordinal);

    /// <summary>What is for a role is there; what is for everybody may need a key that nobody has here.</summary>
    private static bool IsFine(HttpStatusCode status, string endpoint, MayEnter who) =>
        (int)status < 400 || (status == HttpStatusCode.NotFound
            && (who is MayEnter.Anybody or MayEnter.SignedIn
                || endpoint.Contains("{draft:guid}", StringComparison.Ordinal)));
}
