using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>One line per request, with nothing in it that somebody has typed.</summary>
public sealed class RequestLogTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/account/sign-in?ReturnUrl=%2FSECRET", "GET /account/sign-in answered 200", LogLevel.Information)]
    [InlineData("/assist/manage?number=SECRET", "GET /assist/manage answered 200", LogLevel.Information)]
    [InlineData("/assist/manage/open?token=SECRET", "GET /assist/manage/open answered 200", LogLevel.Information)]
    [InlineData("/feeds/SECRET.ics", "GET /feeds/{token}.ics answered 404", LogLevel.Information)]
    [InlineData(
        "/resources/orders/SECRET?x=SECRET", "GET /resources/orders/{number} answered 302", LogLevel.Information)]
    [InlineData("/SECRET", "GET - answered 404", LogLevel.Information)]
    [InlineData("/?x%00SECRET=1", "GET / answered 400", LogLevel.Information)]
    public async Task A_request_is_told_by_its_route(string path, string line, LogLevel level)
    {
        using var browser = portal.CreatePortalClient();
        using var response = await browser.SendOnceAsync(HttpMethod.Get, path);
        var told = portal.Log.Lines.Last(entry => entry.Category == "Serilog");
        Assert.StartsWith(line, told.Message, StringComparison.Ordinal);
        Assert.Equal((level, 32), (told.Level, told.TraceId.Length));
        Assert.DoesNotContain("SECRET", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_healthy_answers_are_not_told()
    {
        using var quiet = new PortalFactory();
        using var browser = quiet.CreatePortalClient();
        await browser.GetAsync("/css/portal.css");
        await browser.GetAsync("/health/ready");
        Assert.DoesNotContain(quiet.Log.Lines, entry => entry.Category == "Serilog");
    }
}
