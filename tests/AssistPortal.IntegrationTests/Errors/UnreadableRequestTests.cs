using System.Globalization;
using System.Net;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>
/// What nobody can read is a 400, or its truer kin, on a page of ours; nothing of it reaches the log.
/// </summary>
public sealed class UnreadableRequestTests(RawPortal raw) : IClassFixture<RawPortal>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Parts = "multipart/form-data; boundary=b";

    private static readonly string[] Pages =
    [
        "/account/sign-in", "/preferences/language", "/preferences/theme", "/account/session-ended?ReturnUrl=%2F",
        "/assist/manage/access-ended?ReturnUrl=%2F", "/assist/order", "/staff/users", "/no/such/page",
    ];

    public static TheoryData<string, string?, string, int> Bodies => new()
    {
        { "A2 a line in a name", Form, "x%0A20:00:00 INF FORGED[=1", 400 },
        { "A2 colours in a name", Form, "x%1B%5B31mFORGED=1", 400 },
        { "A2 a next line in a name", Form, "x%C2%85FORGED=1", 400 },
        { "A2 a zero in a name", Form, "FORGED%00=1", 400 },
        { "A2 a zero in a value", Form, "Email=FORGED%00", 400 },
        { "A2 a long name", Form, $"FORGED{new string('x', 3000)}=1", 400 },
        { "A2 many fields", Form, string.Join('&', Enumerable.Repeat("FORGED=1", 301)), 400 },
        { "A2 a large body", Form, $"FORGED={new string('x', 300_000)}", 413 },
        { "A2 colours in a part's name", Parts, Part("form-data; name=\"x\u001b[31mFORGED\""), 400 },
        {
            "A2 a next line in the name of a file's field",
            Parts,
            Part("form-data; name=\"x\u00c2\u0085FORGED\"; filename=f"),
            400
        },
        { "A3 utf-7", $"{Form}; charset=utf-7", "Email=FORGED", 415 },
        { "A3 utf-7 quoted", $"{Form}; charset=\"UTF-7\"", "Email=FORGED", 415 },
        { "A3 utf-16", $"{Form}; charset=utf-16", "Email=FORGED", 415 },
        { "A3 Latin", $"{Form}; charset=iso-8859-1", "Email=FORGED", 415 },
        { "A3 no charset", $"{Form}; charset=FORGED", "Email=FORGED", 415 },
        { "A3 a part in utf-7", Parts, Part("form-data; name=Email", "text/plain; charset=utf-7"), 400 },
        { "A3 a part with a zero", Parts, Part("form-data; name=Email", body: "FORGED\0"), 400 },
        { "A3 parts without boundary", "multipart/form-data", "FORGED", 400 },
        { "A3 parts with a long boundary", $"multipart/form-data; boundary={new string('x', 200)}", "FORGED", 400 },
        { "A3 parts that break off", Parts, "--b\r\nContent-Disposition: form-data; name=FORGED\r\n\r\nx", 400 },
        { "A3 parts without a name", Parts, "--b\r\nFORGED\r\n\r\nx\r\n--b--", 400 },
        { "A3 JSON", "application/json", """{"Email":"FORGED"}""", 415 },
        { "A3 text", "text/plain", "FORGED", 415 },
        { "A3 no type that is one", "FORGED;;=", "FORGED", 415 },
        { "A3 no type", null, "FORGED", 415 },
    };

    public static TheoryData<string, string, string> Readable => new()
    {
        { "half an escape", Form, "Email=%FORGED%" },
        { "half a character", Form, "Email=%E7%8EFORGED" },
        { "half a pair of surrogates", Form, "Email=%ED%A0%80FORGED" },
        { "a part with half a pair", Parts, Part(
            "form-data; name=Email", "text/plain; charset=utf-16", "\u0000\u00d8F\0") },
        { "a line in a name that nobody reads", Parts, Part("form-data; name*=utf-8''x%0AFORGED") },
    };

    public static TheoryData<string, string, int> Heads => new()
    {
        { "A2 a line in the query's name", "GET /?x%0AFORGED=1 HTTP/1.1\r\n\r\n", 400 },
        { "A2 a zero in the query's name", "GET /?x%00=FORGED HTTP/1.1\r\n\r\n", 400 },
        {
            "A3 a form that is got",
            $"GET /assist/manage HTTP/1.1\r\nContent-Type: {Form}; charset=utf-7\r\nContent-Length: 6\r\n\r\nFORGED",
            415
        },
        {
            "A3 chunks that are none",
            $"POST /account/sign-in HTTP/1.1\r\nContent-Type: {Form}\r\nTransfer-Encoding: chunked\r\n\r\nFORGED\r\n",
            400
        },
    };

    public static TheoryData<string, string> Tolerated => new()
    {
        { "an open bracket in the query", "GET /assist/manage?number[=FORGED&x[y HTTP/1.1\r\n\r\n" },
        { "half a character in the query", "GET /assist/manage?number=FORGED%ED%A0%80%zz% HTTP/1.1\r\n\r\n" },
        { "a zero in the query", "GET /assist/manage?number=FORGED%00 HTTP/1.1\r\n\r\n" },
        { "a name twice", "GET /assist/manage?number=FORGED&number=FORGED HTTP/1.1\r\n\r\n" },
        { "choices", "GET /account/sign-in HTTP/1.1\r\nCookie: language=FORGED%0A; theme=%; ;;=\r\n\r\n" },
        { "cookies", "GET / HTTP/1.1\r\nCookie: __Host-portal-session=FORGED; __Host-portal-notice=FORGED%00\r\n\r\n" },
        { "a cookie of forms", "GET /account/sign-in HTTP/1.1\r\nCookie: __Host-portal-form=FORGED%0A\r\n\r\n" },
        { "languages", "GET /account/sign-in HTTP/1.1\r\nAccept-Language: FORGED;q=x,,;q=9\r\n\r\n" },
        {
            "words of a proxy",
            "GET / HTTP/1.1\r\nX-Forwarded-For: FORGED\r\nX-Forwarded-Proto: F:\r\nX-Forwarded-Host: F F<>\r\n\r\n"
        },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_form_that_cannot_be_read_is_told_on_a_page_of_ours(
        string what, string? contentType, string body, int status)
    {
        foreach (var page in Pages)
        {
            AssertOwnPage($"{what} at {page}", status, await raw.PostAsync(page, contentType, body));
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_form_that_can_be_read_somehow_is_a_form_like_any_other(
        string what, string contentType, string body)
    {
        foreach (var page in Pages)
        {
            var answer = await raw.PostAsync(page, contentType, body);
            Assert.True(answer[9] is '2' or '3' or '4', $"{what} at {page}: {answer.Split('\r')[0]}");
            AssertNothingOfItInTheLog();
        }
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task A_request_that_cannot_be_read_is_told_on_a_page_of_ours(
        string what, string request, int status) =>
        AssertOwnPage(what, status, await raw.SendAsync(request));

    [Theory]
    [MemberData(nameof(Tolerated))]
    public async Task Rubbish_that_nobody_needs_to_read_is_passed_over(string what, string request)
    {
        AssertStatus(what, 200, await raw.SendAsync(request));
        AssertNothingOfItInTheLog();
    }

    [Fact]
    public async Task Fields_that_no_form_of_ours_has_are_passed_over()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        var (action, fields) = (await browser.GetAsync("/account/sign-in")).Prepare(
            new() { ["Email"] = Journeys.Host, ["Password"] = "Demo-portal-1" });
        string[] strange = ["[", "x[", "x[[", "Email[", "]", ".", "Email.", "Carried[0].", "ReturnUrl[x"];
        var many = Enumerable.Range(0, 150).Select(number => $"Roles[{number}]");
        using var response = await browser.SendOnceAsync(
            HttpMethod.Post,
            action,
            [.. fields, .. strange.Concat(many).Select(name => KeyValuePair.Create(name, "FORGED"))]);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    [Fact]
    public async Task A_key_of_blanks_is_one_that_is_not_there()
    {
        using var portal = new PortalFactory();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        foreach (var address in new[] { "/feeds/%09.ics", "/account/passkeys/%20", "/account/passkeys/%E3%80%80" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(address)).Status);
        }

        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task A_post_of_nothing_is_a_form_without_its_token()
    {
        foreach (var page in Pages)
        {
            var answer = await raw.SendAsync($"POST {page} HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
            Assert.DoesNotContain("HTTP/1.1 5", answer, StringComparison.Ordinal);
        }

        AssertNothingOfItInTheLog();
    }

    private static string Part(string disposition, string type = "text/plain", string body = "FORGED") =>
        $"--b\r\nContent-Disposition: {disposition}\r\nContent-Type: {type}\r\n\r\n{body}\r\n--b--\r\n";

    private static void AssertStatus(string what, int status, string answer) => Assert.True(
        answer.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), StringComparison.Ordinal),
        $"{what}: {answer.Split('\r')[0]}");

    private void AssertOwnPage(string what, int status, string answer)
    {
        AssertStatus(what, status, answer);
        Assert.Contains("<main", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy:", answer, StringComparison.Ordinal);
        AssertNothingOfItInTheLog();
    }

    /// <summary>The portal's settings keep the framework's own lines about requests out of the log.</summary>
    private void AssertNothingOfItInTheLog()
    {
        Assert.DoesNotContain(
            raw.Portal.Log.Lines.Where(line => line.Level >= LogLevel.Warning || line.Category == "Serilog"),
            line => $"{line.Message} {line.Fault}".Contains("FORGED", StringComparison.Ordinal));
        Assert.DoesNotContain(
            raw.Portal.Log.Errors, line => !line.Category.Contains("Antiforgery", StringComparison.Ordinal));
    }
}
