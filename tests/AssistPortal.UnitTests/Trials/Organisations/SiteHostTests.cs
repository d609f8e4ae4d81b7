using AssistPortal.Trials.Organisations;

namespace AssistPortal.UnitTests.Trials.Organisations;

public sealed class SiteHostTests
{
    [Theory]
    [InlineData("acme.webex.com")]
    [InlineData("  https://ACME.WebEx.com/  ")]
    [InlineData("http://acme.webex.com")]
    [InlineData("HTTPS://acme.webex.com:443")]
    [InlineData("acme.webex.com:443/")]
    [InlineData("acme.webex.com.")]
    [InlineData("https://acme.webex.com./")]
    [InlineData("https://acme.webex.com/meet/nora?from=mail#top")]
    [InlineData("ｈｔｔｐｓ：／／ａｃｍｅ．ｗｅｂｅｘ．ｃｏｍ／")]
    public void What_says_nothing_about_the_site_is_left_out(string typed) =>
        Assert.Equal("acme.webex.com", SiteHost.Read(typed));

    [Theory]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData("xn--BCHER-kva.example", "xn--bcher-kva.example")]
    [InlineData("會議.example", "xn--2ovu42f.example")]
    public void International_names_are_compared_in_ascii(string typed, string host) =>
        Assert.Equal(host, SiteHost.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("acme")]
    [InlineData("https://")]
    [InlineData("ftp://acme.webex.com")]
    [InlineData("javascript://acme.webex.com")]
    [InlineData("https://nora@acme.webex.com")]
    [InlineData("acme.webex.com:8443")]
    [InlineData("10.1.2.3")]
    [InlineData("https://[::1]/")]
    [InlineData("acme..webex.com")]
    [InlineData("acme_webex.com")]
    [InlineData("acme webex.com")]
    [InlineData("-acme.webex.com")]
    public void What_is_no_address_of_a_site_is_none(string? typed) => Assert.Null(SiteHost.Read(typed));
}
