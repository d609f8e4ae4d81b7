using System.Net;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>A10: which address the portal answers under, and what it says to others.</summary>
public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("GET", "http://evil.example/")]
    [InlineData("GET", "http://evil.example/assist/manage?number=1&x=%E7%8E%8B")]
    [InlineData("POST", "http://evil.example:8080/account/sign-in?ReturnUrl=%2Fx")]
    [InlineData("GET", "http://portal.example/%E7%8E%8B%20x")]
    [InlineData("GET", "http://evil.example//other.example/")]
    public async Task Plain_http_is_sent_to_the_address_that_people_are_told(string method, string address)
    {
        using var portal = With(("Portal:Address", "https://portal.example:8443"));
        using var response = await SendAsync(portal, method, address);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(
            $"https://portal.example:8443{new Uri(address).PathAndQuery}",
            response.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("https://portal.example/", 200)]
    [InlineData("https://evil.example/", 400)]
    [InlineData("https://evil.example/health/live", 200)]
    [InlineData("http://evil.example/health/live", 200)]
    [InlineData("http://localhost/", 200)]
    [InlineData("http://localhost/assist/manage", 200)]
    [InlineData("http://127.0.0.1:8080/account/sign-in", 200)]
    [InlineData("http://[::1]/", 200)]
    [InlineData("https://localhost/", 200)]
    public async Task Only_that_address_and_this_machine_are_answered(string address, int status)
    {
        using var portal = With(("Portal:Address", "https://portal.example:8443"));
        using var response = await SendAsync(portal, "GET", address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("AllowedHosts", "other.example;*.portal.example", "https://other.example/", 200)]
    [InlineData("AllowedHosts", "other.example;*.portal.example", "https://a.portal.example/", 200)]
    [InlineData("AllowedHosts", "other.example;*.portal.example", "https://evil.example/", 400)]
    [InlineData("AllowedHosts", "other.example;*.portal.example", "https://localhost/health/live", 200)]
    [InlineData("AllowedHosts", "*", "https://evil.example/", 200)]
    [InlineData("Portal:Address", "", "http://evil.example/", 200)]
    [InlineData("Portal:Address", "http://portal.example", "http://portal.example/", 200)]
    [InlineData("Portal:Address", "http://portal.example", "http://evil.example/", 400)]
    public async Task Settings_name_others(string setting, string value, string address, int status)
    {
        using var portal = With(("Portal:Address", "https://portal.example"), (setting, value));
        using var response = await SendAsync(portal, "GET", address);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static PortalFactory With(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["Urls"] = "http://*:8080" };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return PortalFactory.With(new PortalSetup { Settings = all });
    }

    private static async Task<HttpResponseMessage> SendAsync(PortalFactory portal, string method, string address)
    {
        using var http = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        return await http.SendAsync(request);
    }
}
