using System.Net;
using AssistPortal.Mail.Samples;
using AssistPortal.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MailPreviewTests(MailFixture room) : IClassFixture<MailFixture>
{
    [Fact]
    public async Task Each_kind_is_shown_in_each_language_by_the_portals_own_templates()
    {
        Assert.NotNull((await room.Browser.GetAsync("/staff/mail/preview")).Find("#kinds a[aria-current=page]"));
        var page = await room.Browser.GetAsync("/staff/mail/preview?key=later.kind:odd");
        foreach (var language in PortalWords.Languages)
        {
            var shown = await page.FollowAsync($".switch a[lang={language}]");
            Assert.Equal("en", shown.Language);
            Assert.Equal(language, shown.Get("#preview-subject bdi").GetAttribute("lang"));
            Assert.EndsWith(
                $" {language} {language}", shown.Get("#preview-subject").TextContent, StringComparison.Ordinal);
            Assert.Contains("frame-src 'self'", shown.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            var framed = await room.Browser.GetAsync(shown.Get("iframe[sandbox='']").GetAttribute("src")!);
            MailPageTests.AssertFramed(framed);
            Assert.Equal(language, framed.Language);
            Assert.EndsWith($" {language} {language}", framed.Title, StringComparison.Ordinal);
        }

        Assert.Contains(
            "Thank you.",
            (await page.FollowAsync(".switch a[href*='view=text']")).Get("pre").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_have_names_and_those_without_show_their_key()
    {
        var names = (await room.Browser.GetAsync("/staff/mail/preview")).All("#kinds a")
            .Select(link => link.TextContent)
            .ToList();
        Assert.Contains(room.Words("StaffMail.Kind.order.placed"), names);
        Assert.Contains(
            room.Words(
                $"StaffMail.Kind.WithVariant|{room.Words("StaffMail.Kind.order.language")}|"
                    + $"{room.Words("StaffMail.Variant.declined")}"),
            names);
        Assert.Contains(room.Words("StaffMail.Kind.WithVariant|later.kind|odd"), names);
    }

    [Theory]
    [InlineData("key=nonsense", HttpStatusCode.NotFound)]
    [InlineData("key=order.placed&language=xx&view=source", HttpStatusCode.OK)]
    public async Task Odd_addresses_do_no_harm(string query, HttpStatusCode status)
    {
        Assert.Equal(status, (await room.Browser.GetAsync($"/staff/mail/preview?{query}")).Status);
        Assert.Equal(status, (await room.Browser.GetAsync($"/staff/mail/preview/html?{query}")).Status);
    }

    [Fact]
    public async Task Without_samples_the_page_says_so()
    {
        await using var portal = PortalFactory.With(
            new PortalSetup { Services = services => services.RemoveAll<IMailSample>() });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(MailFixture.Coordinator);
        var page = await browser.GetAsync("/staff/mail/preview");
        Assert.Contains(
            portal.Words("en", "StaffMail.Preview.None"),
            page.Get(".empty-state").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/staff/mail/preview/html")).Status);
    }
}
