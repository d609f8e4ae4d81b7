using AssistPortal.Assist.Meetings;

namespace AssistPortal.UnitTests.Meetings.Webex;

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
    public void Settings_that_cannot_work_are_refused_without_telling_the_token(string? token, string? file, string site)
    {
        var options = new DirectoryOptions { Sites = { [site] = new SiteAccess { Token = token, TokenFile = file } } };

        var result = new DirectoryOptionsValidator().Validate(null, options);

        Assert.True(result.Failed);
        Assert.DoesNotContain("secret", result.FailureMessage!.Replace("/run/secrets", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Media_type_and_patience_are_checked()
    {
        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions { PatchMediaType = "json" }).Failed);
        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions { Patience = TimeSpan.FromMinutes(2) }).Failed);
        Assert.True(new DirectoryOptionsValidator().Validate(null, new DirectoryOptions()).Succeeded);
    }
}
