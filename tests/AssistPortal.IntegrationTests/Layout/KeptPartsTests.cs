using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AssistPortal.Assist.Producers;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Layout;

/// <summary>Parts of pages that are rendered once for everybody.</summary>
public sealed class KeptPartsTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private static readonly string[] Languages = ["en", "zh-Hant", "zh-Hans"];

    [Fact]
    public async Task Nothing_of_one_person_role_language_or_room_reaches_another()
    {
        using var host = await SignedInAsync(Journeys.Host);
        using var other = await SignedInAsync(Journeys.OtherHost);
        using var administrator = await SignedInAsync("admin@demo.example");
        using var producer = await SignedInAsync("producer@demo.example");
        using var visitor = staff.Portal.CreatePortalClient();
        (PortalClient Browser, string? Email, string[] Paths, string[] Rooms)[] people =
        [
            (host, Journeys.Host, ["/resources", "/assist"], ["/resources", "/assist"]),
            (visitor, null, ["/account/sign-in"], []),
            (other, Journeys.OtherHost, ["/assist", "/resources"], ["/resources", "/assist"]),
            (staff.Browser, "coordinator@demo.example", ["/staff/orders", "/staff"], ["/staff", "/staff/audit"]),
            (administrator, "admin@demo.example", ["/staff/users", "/staff"], ["/staff/audit", "/staff/users"]),
            (producer, "producer@demo.example", ["/producer"], ["/producer"]),
        ];

        HashSet<string> tokens = [];
        foreach (var language in Languages.Concat(Languages))
        {
            foreach (var (browser, email, paths, rooms) in people)
            {
                browser.AcceptLanguage = language;
                foreach (var path in paths)
                {
                    var page = await browser.GetAsync(path);
                    Assert.Equal((path, language), (page.Path, page.Language));
                    var navigation = staff.Portal.Words(language, "Shared.Layout.MainNavigation");
                    Assert.Equal(
                        email is null ? null : navigation, page.Find(".site-nav")?.GetAttribute("aria-label"));
                    Assert.All(rooms, room => Assert.NotNull(page.Find($".site-nav a[href='{room}']")));
                    Assert.Equal(
                        email is null ? [] : [path],
                        page.All(".site-nav a[aria-current]").Select(link => link.GetAttribute("href")).Distinct());
                    Assert.Equal(email == "admin@demo.example", page.Find("a[href='/staff/users']") is not null);
                    Assert.Equal(email is not null, page.Find("dialog[data-session-url]") is not null);
                    Assert.Equal(
                        path.StartsWith("/staff", StringComparison.Ordinal), page.Find("#find") is not null);
                    var header = page.Get("header").OuterHtml;
                    Assert.Equal(
                        email,
                        people.Select(person => person.Email).SingleOrDefault(someone =>
                            someone is not null && header.Contains($">{someone}<", StringComparison.Ordinal)));
                    Assert.All(
                        page.All("input[name=__RequestVerificationToken]").Select(Value).Distinct(),
                        token => Assert.True(tokens.Add(token), "a token came twice"));
                }
            }
        }
    }

    [Fact]
    public async Task What_orders_are_filtered_by_is_what_there_is_at_each_request_and_nobodys_choice_stays()
    {
        using var administrator = await SignedInAsync("admin@demo.example");
        var id = 0;
        foreach (var name in new[] { "Zoe Quill", "Zoe Quill-Marsh" })
        {
            // Saved past this server, as another one does.
            await staff.Portal.InDatabaseAsync(async db =>
            {
                var producer = await db.Set<Producer>().SingleOrDefaultAsync(item => item.Id == id)
                    ?? db.Add(new Producer(SampleDetails.Producer(name))).Entity;
                db.Entry(producer).Property(item => item.Name).CurrentValue = name;
                await db.SaveChangesAsync();
                id = producer.Id;
            });
            foreach (var language in Languages.Concat(Languages))
            {
                foreach (var browser in new[] { staff.Browser, administrator })
                {
                    browser.AcceptLanguage = language;
                    var page = await browser.GetAsync("/staff/orders");
                    Assert.Equal(name, page.Get($"#Producer option[value='{id}']").TextContent);
                    Assert.Equal(
                        staff.Portal.Words(language, "StaffOrderList.Filter.Status"),
                        page.Get("label[for=Status]").TextContent);
                    Assert.Empty(page.All("form :is([selected], [type=date]):not([value=''])"));
                    Assert.NotNull(page.Find("script[src*='typed']"));

                    var chosen = await browser.GetAsync($"/staff/orders?producer={id}&owner=mine&from=2027-03-01");
                    Assert.Equal(
                        ["mine", $"{id}"], chosen.All("form [selected]:not([value=''])").Select(Value));
                    Assert.Equal("2027-03-01", chosen.Get("#From").GetAttribute("value"));
                }
            }
        }
    }

    [Fact]
    public async Task Pages_that_tell_of_an_error_name_the_same_files()
    {
        var there = await staff.Browser.GetAsync("/staff");
        var nowhere = await staff.Browser.GetAsync("/staff/nothing-of-the-kind");
        Assert.Equal(Files(there), Files(nowhere));
        Assert.All(Files(there), file => Assert.Matches(@"^/[a-z/.-]+\.[a-z0-9]{10}\.(css|svg)$", file));
        Assert.DoesNotContain("\"~/", nowhere.Source, StringComparison.Ordinal);

        static IEnumerable<string?> Files(PortalPage page) =>
            page.All("head link, header img").Select(file => file.GetAttribute("href") ?? file.GetAttribute("src"));
    }

    [Fact]
    public void Letters_of_all_languages_are_written_as_they_are_and_what_steers_a_page_is_not()
    {
        var encoder = staff.Portal.Services.GetRequiredService<HtmlEncoder>();
        Assert.Equal("春季 é ñ Ω 简体", encoder.Encode("春季 é ñ Ω 简体"));
        Assert.Equal("&lt;&gt;&amp;&quot;&#x27;", encoder.Encode("<>&\"'"));
        Assert.All(
            "\u2028\u2029\u0000\u0007\u001b\u0085\uE000\uFFFF\uD800",
            sign => Assert.DoesNotContain(sign, encoder.Encode($"a{sign}b")));

        // Where a name turns the direction of reading, an element of its own ends that, however it is written.
        Assert.Equal("\u202E", encoder.Encode("\u202E"));
        var script = staff.Portal.Services.GetRequiredService<JavaScriptEncoder>();
        Assert.All("<>&'\"\u2028\u2029", sign => Assert.DoesNotContain(sign, script.Encode($"a{sign}b")));
    }

    private static string Value(IElement input) => input.GetAttribute("value")!;

    private async Task<PortalClient> SignedInAsync(string email)
    {
        var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
