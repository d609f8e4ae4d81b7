using AssistPortal.Assist.Meetings;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task Without_a_token_nothing_is_asked()
    {
        using var bed = await WebexTestbed.StartAsync();
        bed.Site.MoveTo("other.meetings.example");

        Assert.Equal(DirectoryFault.NotConfigured, (await bed.FaultAsync()).Fault);
        Assert.Empty(bed.Stub.Requests);
    }

    [Fact]
    public async Task A_token_file_is_read_anew_when_it_changes()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var bed = await WebexTestbed.StartAsync(
                null, (WebexTestbed.Setting("Token"), null), (WebexTestbed.Setting("TokenFile"), file));
            Assert.Equal(DirectoryFault.NotConfigured, (await bed.FaultAsync()).Fault);
            await File.WriteAllTextAsync(file, "an-old-token\n");
            Assert.Equal(DirectoryFault.AccessRefused, (await bed.FaultAsync()).Fault);
            await File.WriteAllTextAsync(file, $"{bed.Stub.Token}\n");
            Assert.Empty(await bed.FindAsync());
            File.Delete(file);
            Assert.Equal(DirectoryFault.NotConfigured, (await bed.FaultAsync()).Fault);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("secret with spaces", null, "northwind.meetings.example")]
    [InlineData("secret\nX-Header: 1", null, "northwind.meetings.example")]
    [InlineData("secret", "/run/secrets/token", "northwind.meetings.example")]
    [InlineData(null, null, "northwind.meetings.example")]
    [InlineData("secret", null, "https://northwind")]
    public void Settings_that_cannot_work_are_refused_without_telling_the_token(
        string? token, string? file, string site)
    {
        var options = new DirectoryOptions { Sites = { [site] = new SiteAccess { Token = token, TokenFile = file } } };

        var result = new DirectoryOptionsValidator().Validate(null, options);

        Assert.True(result.Failed);
        Assert.DoesNotContain(
            "secret",
            result.FailureMessage!.Replace("/run/secrets", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://webexapis.com/v1/")]
    [InlineData("http://10.0.0.1/v1/")]
    [InlineData("https://me:secret@webexapis.com/v1/")]
    [InlineData("https://webexapis.com/v1/?x=1")]
    [InlineData("https://webexapis.com/v1/#x")]
    [InlineData("webexapis.com")]
    [InlineData("")]
    public void A1_an_address_that_the_token_cannot_go_to_is_refused_by_the_settings_name(string address)
    {
        var options = new DirectoryOptions
        {
            Sites = { ["acme.example"] = new SiteAccess { Token = "secret", Address = address } },
        };

        var fault = Assert.Single(new DirectoryOptionsValidator().Validate(null, options).Failures!);

        Assert.StartsWith("Directories:Sites:acme.example:Address ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example/v1", "https://api.example/v1/")]
    [InlineData("http://127.0.0.1:5001/v1/", "http://127.0.0.1:5001/v1/")]
    [InlineData("http://localhost:5001", "http://localhost:5001/")]
    [InlineData("https://10.0.0.1/", "https://10.0.0.1/")]
    public void An_address_in_settings_may_be_literal_and_plain_on_the_same_machine(string address, string api)
    {
        var access = new SiteAccess { Token = "secret", Address = address };

        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions
        {
            Sites = { ["acme.example"] = access },
        }).Succeeded);
        Assert.Equal(api, access.Api.AbsoluteUri);
        Assert.Equal("https://webexapis.com/v1/", new SiteAccess().Api.AbsoluteUri);
    }

    [Fact]
    public void Networks_are_checked() => Assert.Equal(
        ["Directories:AllowedNetworks:1 is no network such as 10.1.0.0/16."],
        new DirectoryOptionsValidator().Validate(null, new DirectoryOptions
        {
            AllowedNetworks = { "fd00::/8", "10.0.0.1" },
        }).Failures);

    [Fact]
    public void Media_type_and_patience_are_checked()
    {
        Assert.True(
            new DirectoryOptionsValidator().Validate(null, new DirectoryOptions { PatchMediaType = "json" }).Failed);
        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions
        {
            Patience = TimeSpan.FromMinutes(2),
        }).Failed);
        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions()).Succeeded);
    }
}
