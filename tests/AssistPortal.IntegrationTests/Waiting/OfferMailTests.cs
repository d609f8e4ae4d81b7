using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>What a host is told of an offer. One producer works, in New York.</summary>
public sealed class OfferMailTests : IAsyncLifetime
{
    private const string Taipei = "Asia/Taipei";

    private readonly PortalFactory portal = WaitingRoom.Open(
        settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Ordering:OfferMinutes"] = "45" });

    private PortalClient host = null!;

    public async Task InitializeAsync()
    {
        await portal.SendHomeAsync();
        host = await portal.NewHostAsync("Waiter");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task It_says_in_the_hosts_language_and_zone_until_when_it_is_held(string language)
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.UserName == "waiter@hosts.example"),
            user =>
            {
                user.ChooseLanguage(language);
                user.ChooseTimeZone(Taipei);
            }));

        var (mail, text) = await OfferAsync();

        var until = (portal.Clock.GetCurrentInstant() + Duration.FromMinutes(45)).InZone(
            DateTimeZoneProviders.Tzdb[Taipei]);
        var (held, day) = PortalWords.In(
            language, () => (Wording.ZonedTime(until), Wording.Date(WaitingRoom.Wanted.At.Date)));
        Assert.Equal((language, "waiter@hosts.example"), (mail.Language, mail.Recipient));
        Assert.Contains(
            portal.Words(language, "Assist.Offer.Heading"), PortalPage.Squeeze(text), StringComparison.Ordinal);
        Assert.Contains(PortalPage.Squeeze(held), PortalPage.Squeeze(text), StringComparison.Ordinal);
        Assert.Contains(PortalPage.Squeeze(day), PortalPage.Squeeze(text), StringComparison.Ordinal);
        Assert.DoesNotContain(WaitingOfferMail.MailedToken, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_who_has_chosen_a_language_for_mails_gets_it_in_that()
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.UserName == "waiter@hosts.example"),
            user =>
            {
                user.ChooseLanguage("en");
                user.ChooseMailLanguage("zh-Hant");
            }));

        var (mail, _) = await OfferAsync();

        Assert.Equal("zh-Hant", mail.Language);
    }

    [Fact]
    public async Task A_host_without_a_language_gets_it_in_that_of_the_page()
    {
        host.AcceptLanguage = PortalWords.BrowserOf("zh-Hans");

        var (mail, _) = await OfferAsync();

        Assert.Equal("zh-Hans", mail.Language);
    }

    private async Task<(OutboxMail Mail, string Text)> OfferAsync()
    {
        await portal.WaitAsync(host);
        await portal.BringBackAsync();
        Assert.Equal(1, await portal.OfferAsync());
        var wish = Assert.Single(await portal.WishesAsync());
        var mail = Assert.Single(await portal.MailsAboutAsync($"{wish.Id}"));
        return (mail.Row, mail.Read.Text!);
    }
}
