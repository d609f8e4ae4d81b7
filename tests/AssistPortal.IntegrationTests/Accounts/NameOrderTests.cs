using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Names in the order in which the language says them.</summary>
public sealed class NameOrderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("en", "FirstName", "LastName")]
    [InlineData("zh-Hant", "LastName", "FirstName")]
    [InlineData("zh-Hans", "LastName", "FirstName")]
    public async Task Forms_ask_for_the_family_name_first_where_it_stands_first(
        string language, string first, string second)
    {
        using var host = portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf(language);
        await host.SignInAsync(Journeys.Host);
        var fields = (await host.BeginAsync()).All("input[name=FirstName], input[name=LastName]");
        Assert.Equal([first, second], fields.Select(field => field.GetAttribute("name")));
    }

    [Fact]
    public async Task A_Chinese_name_stands_in_the_header_as_it_is_written() // D9
    {
        var email = await portal.AddHostAsync("Xiaoming");
        await portal.InDatabaseAsync(db => db.Users
            .Where(user => user.Email == email)
            .ExecuteUpdateAsync(change => change
                .SetProperty(user => user.FirstName, "小明")
                .SetProperty(user => user.LastName, "王")));
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        var page = await browser.GetAsync("/resources");
        Assert.Equal("王小明", page.Get(".site-header bdi.menu__label").TextContent);
    }
}
