using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AssistPortal.UnitTests.Web.Composition;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO", "zh-Hant")]
    [InlineData("ZH-tw", "zh-Hant")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("zh-Hant-CN", "zh-Hant")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("zh-Hans-TW", "zh-Hans")]
    [InlineData("en-GB", "en")]
    [InlineData("EN", "en")]
    [InlineData("fr, zh-TW;q=0.8, en;q=0.5", "zh-Hant")]
    [InlineData("en;q=0.5, zh-CN;q=0.9", "zh-Hans")]
    [InlineData("de-DE,de;q=0.9,en-US;q=0.8,zh-TW;q=0.7", "en")]
    public async Task The_browsers_first_known_language_is_taken(string acceptLanguage, string expected) =>
        Assert.Equal(expected, await ChooseAsync(acceptLanguage: acceptLanguage));

    [Theory]
    [InlineData("fr")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData(";;;q=")]
    [InlineData("zh;q=0, fr")]
    public async Task A_browser_without_a_known_language_gets_the_default(string acceptLanguage) =>
        Assert.Null(await ChooseAsync(acceptLanguage: acceptLanguage));

    [Fact]
    public async Task Profile_goes_before_cookie_and_cookie_before_browser()
    {
        Assert.Equal("zh-Hans", await ChooseAsync("zh-Hans", "zh-Hant", "en"));
        Assert.Equal("zh-Hant", await ChooseAsync(null, "zh-Hant", "en"));
        Assert.Equal("en", await ChooseAsync(null, null, "en"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("zh-hant")]
    [InlineData("../..")]
    [InlineData("")]
    public async Task A_cookie_that_names_no_language_of_the_portal_is_passed_over(string cookie) =>
        Assert.Equal("en", await ChooseAsync(null, cookie, "en"));

    [Fact]
    public void The_portal_speaks_three_languages_each_named_by_itself()
    {
        Assert.Equal(["en", "zh-Hant", "zh-Hans"], Languages.All.Select(culture => culture.Name));
        Assert.Equal(["English", "繁體中文", "简体中文"], Languages.All.Select(Languages.OwnName));
        Assert.True(Languages.IsSupported("zh-Hans"));
        Assert.False(Languages.IsSupported(null));
        Assert.False(Languages.IsSupported("zh"));
    }

    private static async Task<string?> ChooseAsync(
        string? profile = null, string? cookie = null, string acceptLanguage = "")
    {
        var context = new DefaultHttpContext();
        if (profile is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(PortalClaims.Language, profile)], "test"));
        }

        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"{Languages.Cookie}={cookie}";
        }

        context.Request.Headers.AcceptLanguage = acceptLanguage;
        var options = new RequestLocalizationOptions();
        Languages.Configure(options);
        foreach (var provider in options.RequestCultureProviders)
        {
            if (await provider.DetermineProviderCultureResult(context) is { } result)
            {
                return result.UICultures[0].Value;
            }
        }

        return null;
    }
}
