using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>A4: where a form goes when it is told where it came from.</summary>
public sealed class ReturnAddressTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "/王", "/%E7%8E%8B" },
        { "/assist/compare?from=王 x#王", "/assist/compare?from=%E7%8E%8B%20x#%E7%8E%8B" },
        { "/%E7%8E%8B?x=%2F%25", "/%E7%8E%8B?x=%2F%25" },
        { "/100%?x=%zz", "/100%25?x=%25zz" },
        { "/a#b#c", "/a#b%23c" },
        { "/\"<>[]{}|^`🎉", "/%22%3C%3E%5B%5D%7B%7D%7C%5E%60%F0%9F%8E%89" },
        { "/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x" },
        { "/a\\b", "/a%5Cb" },
        { "/\r\nSet-Cookie: x", "/" },
        { "/a\u0001", "/" },
        { "//evil.example", "/" },
        { "/\\evil.example", "/" },
        { "\\\\evil.example", "/" },
        { "https://evil.example", "/" },
        { "evil", "/" },
        { "", "/" },
        { "/" + new string('x', 5000), "/" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_form_goes_back_to_pages_of_the_portal_only_and_says_so_in_a_header_that_is_one(
        string from, string to)
    {
        foreach (var button in new[] { null, "button[name=Language][value=zh-Hans]", "button[name=Theme][value=dark]" })
        {
            using var browser = portal.CreatePortalClient();
            var page = await browser.GetAsync(button is null ? "/account/sign-in" : "/guide");
            var (action, fields) = button is null
                ? page.Prepare(new() { ["Email"] = Journeys.Host, ["Password"] = "Demo-portal-1" })
                : page.Prepare(button: button);
            using var response = await browser.SendOnceAsync(HttpMethod.Post, action, [
                .. fields.Where(field => field.Key != "ReturnUrl"), KeyValuePair.Create("ReturnUrl", from)]);
            Assert.Equal((302, to), ((int)response.StatusCode, response.Headers.GetValues("Location").Single()));
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_form_that_is_sent_along_goes_back_to_its_page_only_to_be_shown(string from, string to)
    {
        foreach (var button in new[] { "button[lang=zh-Hans]", "button[name=Theme][value=dark]" })
        {
            using var browser = portal.CreatePortalClient();
            var (action, fields) = (await browser.GetAsync("/account/sign-in")).Prepare(button: button);
            using var response = await browser.SendOnceAsync(HttpMethod.Post, action, [
                .. fields.Where(field => field.Key != "__Page"), KeyValuePair.Create("__Page", from)]);

            var page = to.Split('#')[0];
            var expected = to == "/"
                ? (302, to)
                : (307, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}typed");
            Assert.Equal(expected, ((int)response.StatusCode, response.Headers.GetValues("Location").Single()));
        }
    }
}
