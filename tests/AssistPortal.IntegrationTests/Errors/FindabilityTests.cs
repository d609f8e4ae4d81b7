using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>What search engines are told.</summary>
public sealed class FindabilityTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Public = ["/", "/account/sign-in", "/assist/manage", "/guide"];

    [Fact]
    public async Task Robots_may_visit_the_public_pages_and_none_of_an_account()
    {
        var things = await ThingsThere.OfAsync(portal);
        using var browser = portal.CreatePortalClient();
        var robots = await browser.GetAsync("/robots.txt");
        Assert.StartsWith("text/plain", robots.ContentType, StringComparison.Ordinal);
        var rules = robots.Source.Split('\n')
            .Select(line => line.Trim().Split(": "))
            .Where(line => line[0] is "Allow" or "Disallow")
            .Select(line => (IsAllowed: line[0] == "Allow", Path: line[1]))
            .ToList();
        Assert.All(Public, path => Assert.True(IsAllowed(path), path));
        Assert.All(
            AccessTable.All.Where(line => line.Value != MayEnter.Anybody).Select(line => things.PathOf(line.Key)),
            path => Assert.False(IsAllowed(path), path));
        Assert.False(IsAllowed("/assist/manage/open?token=x"));

        // RFC 9309: the longest rule that matches counts.
        bool IsAllowed(string path) => rules
            .Where(rule => rule.Path.EndsWith('$')
                ? path == rule.Path[..^1]
                : path.StartsWith(rule.Path, StringComparison.Ordinal))
            .OrderByDescending(rule => rule.Path.Length)
            .Select(rule => rule.IsAllowed)
            .FirstOrDefault(true);
    }

    [Fact]
    public async Task Every_page_has_a_description_and_public_ones_have_their_own()
    {
        foreach (var language in PortalWords.Languages)
        {
            using var browser = portal.CreatePortalClient();
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var common = portal.Words(language, "Shared.Description");
            var own = new List<string>();
            foreach (var path in Public)
            {
                own.Add(await DescriptionAsync(browser, path));
            }

            Assert.Equal(Public.Length, own.Append(common).Distinct(StringComparer.Ordinal).Count() - 1);
            Assert.Equal(common, await DescriptionAsync(browser, "/no/such/page"));
            await browser.SignInAsync(Journeys.Host);
            Assert.Equal(common, await DescriptionAsync(browser, "/resources"));
        }
    }

    private static async Task<string> DescriptionAsync(PortalClient browser, string path)
    {
        var page = await browser.GetAsync(path);
        return PortalPage.Squeeze(page.Get("head meta[name=description]").GetAttribute("content")!);
    }
}
