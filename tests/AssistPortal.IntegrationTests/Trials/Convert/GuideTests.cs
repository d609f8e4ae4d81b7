using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Web.Features.Trials.Guide;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public sealed class GuideTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;

    [Fact]
    public async Task The_guide_is_read_in_each_language_without_signing_in()
    {
        using var stranger = portal.CreatePortalClient();
        foreach (var language in PortalWords.Languages)
        {
            stranger.AcceptLanguage = PortalWords.BrowserOf(language);
            var guide = await stranger.GetAsync("/guide");
            Assert.Equal(portal.Words(language, "Guide.Title"), guide.Heading);
            foreach (var (place, topic) in Enum.GetValues<GuideTopic>().Index())
            {
                var page = await guide.FollowAsync($".package-list li:nth-child({place + 1}) a");
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.Equal(portal.Words(language, $"Guide.{topic}.Title"), page.Heading);
                Assert.Equal(language, page.Language);
                Assert.Equal(3, page.All(".how-list li").Count);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/guide/nothing")).Status);
    }

    [Fact]
    public async Task It_is_mailed_to_the_customers_administrators_once_a_day()
    {
        await using var own = PortalFactory.With(new PortalSetup());
        using var mine = own.CreatePortalClient();
        await mine.EnterAsync(ConvertTrials.Partner);
        var trial = await own.AddTrialAsync(TrialSketch.Whole);
        var (_, token) = (await mine.GetAsync(trial.Path)).Prepare();
        var path = $"/trials/{trial.Id}/guide";

        (await mine.SendOnceAsync(HttpMethod.Post, path, token)).AssertLeadsTo($"/trials/{trial.Id}");
        (await mine.SendOnceAsync(HttpMethod.Post, path, token)).AssertLeadsTo($"/trials/{trial.Id}");
        var mail = Assert.Single(await own.MailsAboutAsync($"{trial.Id}"));
        Assert.Equal(("trial.guide", trial.Administrator), (mail.Row.Cause, mail.Row.Recipient));
        Assert.Contains($"{PortalFactory.PublicAddress}guide", mail.Row.TextBody, StringComparison.Ordinal);

        own.Clock.Advance(Duration.FromDays(1));
        await mine.EnterAsync(ConvertTrials.Partner);
        await mine.SendOnceAsync(HttpMethod.Post, path, (await mine.GetAsync(trial.Path)).Prepare().Fields.ToList());
        Assert.Equal(2, (await own.MailsAboutAsync($"{trial.Id}")).Count);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_is_not_taken_for_one_that_was_sent()
    {
        await using var own = PortalFactory.With(new PortalSetup());
        using var mine = own.CreatePortalClient();
        await mine.EnterAsync(ConvertTrials.Partner);
        var trial = await own.AddTrialAsync(TrialSketch.Whole);
        var (_, token) = (await mine.GetAsync(trial.Path)).Prepare();
        await own.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"CREATE TRIGGER fail BEFORE INSERT ON OutboxMails BEGIN SELECT RAISE(ABORT, 'no'); END"));
        var failed = await mine.PostAsync($"/trials/{trial.Id}/guide", token);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        await own.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER fail"));
        var sent = await mine.PostAsync($"/trials/{trial.Id}/guide", token);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Single(await own.MailsAboutAsync($"{trial.Id}"));
    }
}
