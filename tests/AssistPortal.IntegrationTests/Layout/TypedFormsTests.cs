using System.Net;
using AngleSharp.Dom;
using AssistPortal.Data.Accounts;
using AssistPortal.IntegrationTests.Fuzzing;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Layout;

/// <summary>
/// Whatever page of the portal somebody types in, language, theme and signing out lose nothing of it. Nothing here runs
/// a script.
/// </summary>
public sealed class TypedFormsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Chinese = "button[lang=zh-Hant]";

    private const string English = "button[lang=en]";

    private const string Labels = "each device has a form for its label: one of them goes along, or that for more";

    private const string Dark = "button[name=Theme][value=dark]";

    private const string SignOut = ".site-header button[formaction*='/account/sign-out']";

    private const string Text = "textarea:not([hidden], [readonly]), input:not([readonly], [type=hidden], "
        + "[type=password], [type=file], [type=checkbox], [type=radio], [type=submit])";

    private const string Coordinator = "coordinator@demo.example";

    /// <summary>Where the head sends nothing, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["/account"] = "passwords only, and a passkey's name, which needs a script",
        ["/account/second-factor"] = "a code for a key that is shown once: the head has no choices there",
    };

    /// <summary>Where it does not send all that is typed, and why.</summary>
    private static readonly Dictionary<string, string> SentInPart = new(StringComparer.Ordinal)
    {
        ["/trials/{id:guid}/devices"] = Labels,
        ["/my-trial/devices"] = Labels,
        ["/trials"] = "each customer has a form for its note: the first of them goes along",
    };

    [Fact]
    public async Task Each_page_with_a_form_shows_again_what_was_typed()
    {
        var paths = await FuzzPaths.OfAsync(portal);
        var found = new List<string>();
        var wrong = new List<string>();
        foreach (var pages in FuzzTarget.All(portal).Where(target => !target.IsPost).GroupBy(target => target.Person))
        {
            using var browser = portal.CreatePortalClient();
            if (pages.Key is not null)
            {
                await browser.SignInAsync(pages.Key);
            }

            foreach (var target in pages)
            {
                var page = await browser.GetAsync(paths.Of(target.Template));
                if (page.Status != HttpStatusCode.OK || !HasTypedForm(page) || LeftOut.ContainsKey(target.Template))
                {
                    continue;
                }

                if (page.Find(Chinese)?.GetAttribute("form") is not { } form)
                {
                    wrong.Add($"{target.Template} loses its form");
                    continue;
                }

                if (!SentInPart.ContainsKey(target.Template))
                {
                    wrong.AddRange(OthersThan(page, form).Select(name => $"{target.Template} loses {name}"));
                }

                if (page.Get(Chinese).GetAttribute("formaction")!.StartsWith('/'))
                {
                    found.Add(target.Template);
                    wrong.AddRange(await OpenAsync(browser, page));
                    wrong.AddRange(await TryAsync(browser, page, form));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(found.Count > 40, string.Join('\n', found));
    }

    [Theory]
    [InlineData(Coordinator, "/staff/packages/1", "Names[en]")]
    [InlineData(Coordinator, "/staff/producers/1/hours", "From")]
    [InlineData("partner@demo.example", "/trials/new", "Company")]
    [InlineData(Journeys.Host, "/account/mail", "TimeZone")]
    public async Task Signing_out_keeps_it_for_whoever_typed_it(string owner, string address, string field)
    {
        const string typed = "春季 <b> & \"more\"";
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(owner);
        var page = await browser.GetAsync(address);
        var left = await browser.PostAsync(
            "/account/sign-out", Type(page, SignOut, name => name == field ? typed : null));
        var signIn = await left.SubmitFormAsync("form[action='/account/session-ended']");
        Assert.DoesNotContain("春季", left.Source + signIn.Source, StringComparison.Ordinal);

        var again = await (await signIn.SubmitAsync(Account(owner))).SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, address), (again.Status, again.Path.Split('?')[0]));
        Assert.Equal(typed, again.Value(field));

        await (await browser.GetAsync("/guide")).SubmitFormAsync("form[action='/account/sign-out']");
        var another = await signIn.SubmitAsync(Account("host2@demo.example"));
        Assert.Equal("/resources", another.Path);
        Assert.DoesNotContain("春季", another.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_stays_in_the_form_that_was_refused()
    {
        var order = await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var path = $"/staff/orders/{order.RequestNumber}";
        var page = await browser.GetAsync(path);
        var refused = await page.SubmitAsync(
            new() { ["Note"] = " ", ["Mark"] = "yes", ["Message"] = "Half a" }, "[formaction$='/note']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Half a", refused.Get("#Message").TextContent.Trim());

        var again = await refused.SubmitAsync(new() { ["Note"] = "A note" }, Dark);

        Assert.Equal((HttpStatusCode.OK, path), (again.Status, again.Path.Split('?')[0]));
        Assert.Equal("dark", again.Get("html").GetAttribute("data-theme"));
        Assert.Equal(
            ("Half a", "A note", 1),
            (again.Get("#Message").TextContent, again.Get("#Note").TextContent, again.All("#Mark[checked]").Count));

        // In writing Enter makes a line; in the box to tick it adds the note.
        Assert.Equal($"{path}/note", again.Get("button[form=message-form]").GetAttribute("formaction"));
        var unsent = await again.SubmitAsync(new() { ["Message"] = " " }, "#message-form .btn");
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "A note"), (unsent.Status, unsent.Get("#Note").TextContent.Trim()));
        var more = await unsent.SubmitAsync(
            new() { ["Message"] = "\nA line\n\nand another" }, "#message-form .btn");
        Assert.Equal(path, more.Path);
    }

    [Fact]
    public async Task A_form_is_kept_with_its_version_and_not_sent_by_the_enter_key()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("admin@demo.example");
        var page = await browser.GetAsync("/staff/producers/1");
        var other = await browser.GetAsync("/staff/producers/1");
        await other.SubmitAsync(new() { ["Phone"] = "+1 555 0100" });

        var again = await page.SubmitAsync(new() { ["Phone"] = "+1 555 0199" }, Chinese);
        Assert.Equal("+1 555 0199", again.Value("Phone"));
        Assert.Equal(page.Value("Version"), again.Value("Version"));

        var late = await again.EnterAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("+1 555 0199", late.Value("Phone"));
    }

    [Fact]
    public async Task A_session_that_has_ended_meanwhile_keeps_it_too()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var page = await browser.GetAsync("/staff/packages/1");
        var fields = Type(page, Chinese, name => name == "Names[en]" ? "Spring" : null);
        browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "portal-session").Expired = true;

        var signIn = await browser.PostAsync("/staff/packages/1?typed", fields);
        var again = await (await signIn.SubmitAsync(Account(Coordinator))).SubmitAsync();

        Assert.Equal("Spring", again.Value("Names[en]"));
    }

    /// <summary>Chooses a language without having typed, and tells where the page is another one afterwards.</summary>
    private static async Task<IEnumerable<string>> OpenAsync(PortalClient browser, PortalPage page)
    {
        var fields = page.Prepare(button: Chinese).Fields;
        var again = await browser.PostAsync(page.Get(Chinese).GetAttribute("formaction")!, fields);
        return again.Status == HttpStatusCode.OK && again.Path == page.Path && again.Language == "zh-Hant"
            ? []
            : [$"{page.Path} was only opened, and leads to {again.Describe()} in {again.Language}"];
    }

    /// <summary>Types into every field of the form, chooses a language, and tells what is not there any more.</summary>
    private static async Task<IEnumerable<string>> TryAsync(PortalClient browser, PortalPage page, string form)
    {
        var names = ControlsOf(page, form).Select(control => control.GetAttribute("name")!).ToHashSet();
        var count = 0;
        var typed = Type(page, English, name => names.Contains(name) ? $"Typed {count++} 春 <b> & \"x\"" : null);

        var again = await browser.PostAsync(page.Get(English).GetAttribute("formaction")!, typed);

        if (again.Status != HttpStatusCode.OK || again.Path.Split('?')[0] != page.Path.Split('?')[0])
        {
            return [$"{page.Path} leads to {again.Describe()}"];
        }

        var shown = ControlsOf(again, form)
            .Select(control => KeyValuePair.Create(
                control.GetAttribute("name")!, control.GetAttribute("value") ?? control.TextContent))
            .ToLookup(field => field.Key, field => field.Value);
        return
        [
            .. names.Where(name => !shown[name].SequenceEqual(
                    typed.Where(field => field.Key == name).Select(field => field.Value)))
                .Select(name => $"{page.Path} shows {string.Join(" / ", shown[name])} in {name}"),
            .. again.Language == "en" ? Array.Empty<string>() : [$"{page.Path} is not in English"],
        ];
    }

    private static List<KeyValuePair<string, string>> Type(
        PortalPage page, string button, Func<string, string?> text) =>
    [
        .. page.Prepare(button: button).Fields
            .Select(field => KeyValuePair.Create(field.Key, text(field.Key) ?? field.Value)),
    ];

    private static bool HasTypedForm(PortalPage page) => page.Forms.Any(
        form => form.Method == "post" && form.QuerySelector(Text) is not null);

    private static IEnumerable<IElement> ControlsOf(PortalPage page, string form) =>
        page.All($"main :is({Text})")
            .Where(control => (control.GetAttribute("form") ?? control.Closest("form")?.Id) == form);

    /// <summary>Fields that are typed in and posted, but not with that form.</summary>
    private static IEnumerable<string?> OthersThan(PortalPage page, string form) =>
        from control in page.All($"main :is({Text})")
        let owner = control.GetAttribute("form") is { } id
            ? page.Document.GetElementById(id)
            : control.Closest("form")
        where owner?.GetAttribute("method") == "post" && owner.Id != form
        select control.GetAttribute("name");

    private static Dictionary<string, string?> Account(string email) => new(StringComparer.Ordinal)
    {
        ["Email"] = email, ["Password"] = DemoAccounts.Password,
    };
}
