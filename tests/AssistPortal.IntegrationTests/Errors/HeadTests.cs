using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>A16, J23: HEAD answers as GET does, without a body.</summary>
public sealed class HeadTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/assist/manage", HttpStatusCode.OK)]
    [InlineData("/assist/manage/open?token=x", HttpStatusCode.OK)]
    [InlineData("/css/portal.css", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/staff", HttpStatusCode.Redirect)]
    [InlineData("/assist/order", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/feeds/none.ics", HttpStatusCode.NotFound)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task A16_it_has_the_status_and_headers_of_the_page(string path, HttpStatusCode status)
    {
        using var http = portal.CreateClient(new() { AllowAutoRedirect = false });
        using var get = await http.GetAsync(new Uri(path, UriKind.Relative));

        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await http.SendAsync(request);

        Assert.Equal((status, status), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }
}
