using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>
/// Sends what nobody should: one endpoint after the other, as a person who may enter it (now and then as another), with
/// some of its values replaced. The same seed sends the same requests.
/// </summary>
internal sealed partial class FuzzRun : IDisposable
{
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
    // It ends all sessions of whoever sends it.
    private static readonly string[] LeftOut = ["POST /account/sign-out"];

    // It takes a file.
    private const string Upload = "POST /staff/meetings/import";

    private static readonly string[] Cookies =
    [
        "portal-session", "portal-form", "portal-notice", "language", "theme", "portal-list", "portal-device",
        "portal-carried", "portal-carriedC1", "Identity.TwoFactorUserId", "Identity.External",
    ];

    private readonly PortalFactory portal;
    private readonly Random random;
    private readonly NaughtyFiles files;
    private readonly Dictionary<string, FuzzBrowser> browsers;
    private readonly IReadOnlyList<FuzzTarget> targets;
    private readonly HashSet<string> readable;
    private readonly Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>> forms =
        new(StringComparer.Ordinal);

    private FuzzPaths paths = null!;

    public FuzzRun(PortalFactory portal, int seed)
    {
        this.portal = portal;
        random = new Random(seed);
        files = new NaughtyFiles(random);
        browsers = FuzzTarget.Everybody
            .ToDictionary(email => email ?? "", email => new FuzzBrowser(portal, email), StringComparer.Ordinal);
        targets = FuzzTarget.All(portal);
        readable = [.. targets.Where(target => !target.IsPost).Select(target => target.Template)];
    }

    public List<string> Findings { get; } = [];

    public Dictionary<int, int> Statuses { get; } = [];

    public int Endpoints => targets.Count;

    /// <param name="requests">How many are sent.</param>
    /// <param name="patience">After that no further ones.</param>
    public async Task RunAsync(int requests, TimeSpan patience)
    {
        paths = await FuzzPaths.OfAsync(portal);
        foreach (var browser in browsers.Values)
        {
            await browser.EnterAsync();
        }

        await LookAroundAsync(keepsForms: true);
        var order = targets.Where(target => !LeftOut.Contains(target.Endpoint)).ToArray();
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < requests && Stopwatch.GetElapsedTime(began) < patience; sent++)
        {
            if (sent % order.Length == 0)
            {
                random.Shuffle(order);
            }

            await TryAsync(order[sent % order.Length]);
        }

        await LookAroundAsync(keepsForms: false);
    }

    /// <summary>Every page once, which must be there whatever has been stored.</summary>
    private async Task LookAroundAsync(bool keepsForms)
    {
        foreach (var target in targets.Where(target => !target.IsPost))
        {
            var browser = browsers[target.Person ?? ""];
            var page = await browser.GetAsync(paths.Of(target.Template));
            if ((int)page.Status >= 500)
            {
                Find(target, browser, "looked at", (int)page.Status);
            }

            foreach (var form in keepsForms ? page.Forms.Where(form => form.Method == "post") : [])
            {
                var (action, fields) = page.PrepareForm(form);
                forms[action.Split('?')[0]] = fields;
            }
        }
    }

    private async Task TryAsync(FuzzTarget target)
    {
        var browser = random.Next(12) == 0
            ? browsers.Values.ElementAt(random.Next(browsers.Count))
            : browsers[target.Person ?? ""];
        var request = Of(target, browser);
        var answer = await browser.SendAsync(request);
        Statuses[answer.Status] = Statuses.GetValueOrDefault(answer.Status) + 1;
        var what = $"{request.Path} {request.Type} {request.Body} {request.Cookie}";
        if (answer.Status >= 500)
        {
            Find(target, browser, what, answer.Status);
        }

        if (answer.Page.Contains("<script>alert", StringComparison.Ordinal))
        {
            Findings.Add($"{target.Endpoint} shows a script: {what}");
        }

        if (answer.Location is { } location && !IsOwn(location))
        {
            Findings.Add($"{target.Endpoint} leads to {location}: {what}");
        }

        if (target.IsPost && answer.Status != 405 && ReturnAddress().Match(answer.Page) is { Success: true } back
            && back.Groups["path"].Value == paths.Of(target.Template) && !readable.Contains(target.Template))
        {
            Findings.Add($"{target.Endpoint} lets a change of language lead where only forms go");
        }

        if (answer.Location?.StartsWith("/account/sign-in", StringComparison.Ordinal) == true && browser.IsSomebody)
        {
            // Some acts end sessions.
            await portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Attempts\""));
            await browser.EnterAsync();
        }
        else if (target.IsPost && answer.Status is 302 or 303 && readable.Contains(target.Template)
            && request.Cookie is null)
        {
            var path = request.Path.Split('?')[0];
            var wrong = ShownFields.Wrong(
                request.Fields, forms.GetValueOrDefault(path) ?? [], await browser.GetAsync(path));
            Findings.AddRange(wrong.Select(field => $"{target.Endpoint} took {field}"));
        }
    }

    private static bool IsOwn(string location) =>
        location.StartsWith('/') || location.StartsWith("http://localhost/", StringComparison.Ordinal);

    private FuzzRequest Of(FuzzTarget target, FuzzBrowser browser)
    {
        var path = random.Next(4) == 0
            ? Hole().Replace(target.Template, _ => Uri.EscapeDataString(RouteValue()))
            : paths.Of(target.Template).Split('?')[0];
        var query = random.Next(target.IsPost ? 6 : 2) == 0 ? Query(target) : "";
        var cookie = random.Next(25) == 0
            ? string.Join("; ", Cookies.Select(name => $"{name}={Uri.EscapeDataString(Paired(Naughty()))}"))
            : null;
        return target.IsPost
            ? Post(target, browser, path, query) with { Cookie = cookie }
            : new FuzzRequest(path + query, Cookie: cookie);
    }

    private string Query(FuzzTarget target) => random.Next(5) == 0
        ? $"?{Any(NaughtyTexts.Brokenness)}"
        : "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => FormText.Pair(
            target.Queries.Count > 0 ? Any(target.Queries) : "x", Naughty())));

    private FuzzRequest Post(FuzzTarget target, FuzzBrowser browser, string path, string query)
    {
        List<KeyValuePair<string, string>> fields =
        [
            .. forms.GetValueOrDefault(path) ?? [],
            .. target.Fields.Where(_ => random.Next(4) == 0).Select(name => KeyValuePair.Create(name, Naughty())),
        ];
        fields.RemoveAll(field => field.Key == browser.Token.Key);
        for (var change = random.Next(1, 4); change > 0 && fields.Count > 0; change--)
        {
            var at = random.Next(fields.Count);
            var (name, value) = fields[at];
            switch (random.Next(8))
            {
                case 0:
                    fields.RemoveAt(at);
                    break;
                case 1:
                    fields.Insert(at, KeyValuePair.Create(name, Naughty()));
                    break;
                case 2:
                    fields[at] = KeyValuePair.Create(name + Any(NaughtyTexts.Endings), value);
                    break;
                default:
                    fields[at] = KeyValuePair.Create(name, Naughty());
                    break;
            }
        }

        var token = browser.Token.Value;
        token = random.Next(30) == 0 ? token[..random.Next(token.Length)] : token;
        fields.Add(KeyValuePair.Create(browser.Token.Key, token));
        if (random.Next(target.Endpoint == Upload ? 10 : 1) > 0 || random.Next(20) == 0)
        {
            var (type, parts) = files.Form(fields);
            return new FuzzRequest(path + query, parts) { Type = type };
        }

        var body = string.Join('&', fields.Select(field => FormText.Pair(field.Key, field.Value)));
        return random.Next(12) == 0
            ? new FuzzRequest(path + query, $"{body}&{Any(NaughtyTexts.Brokenness)}")
            : new FuzzRequest(path + query, body) { Fields = fields };
    }

    private static string Paired(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 300)]));

    /// <summary>Without zeros: servers refuse them before anything of the portal is asked.</summary>
    private string RouteValue() => Paired(Naughty()).Replace("\0", "", StringComparison.Ordinal);

    private string Naughty() => Any(NaughtyTexts.Values);

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private void Find(FuzzTarget target, FuzzBrowser browser, string what, int status) => Findings.Add(
        $"{status} {target.Endpoint} as {browser.Name}: {what}\n    {portal.Log.Errors.LastOrDefault()?.Fault}");

    public void Dispose()
    {
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }
    }
#pragma warning restore CA5394

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("name=\"ReturnUrl\" value=\"(?<path>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReturnAddress();
}
