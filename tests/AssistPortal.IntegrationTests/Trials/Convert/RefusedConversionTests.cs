using System.Net;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public sealed class RefusedConversionTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("TrialSiteUrl", "", "Convert.Fault.SiteUrlMissing"),
        ("TrialSiteUrl", "elsewhere.meetings.example", "Convert.Fault.SiteUrlOther"),
        ("AdminEmail", "", "Convert.Fault.AdministratorMissing"),
        ("AdminEmail", "nobody@elsewhere.example", "Convert.Fault.AdministratorUnknown"),
        ("Items", "", "Convert.Fault.ItemsMissing"),
        ("Items", "M9", "Convert.Fault.ItemsMissing"),
        ("Items", "M1,C3", "Convert.Fault.SeveralPackages"),
        ("Offer", "A-XYZ", "Convert.Fault.OfferMissing"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_has_its_own_sentence_and_nothing_changes(
        string language, string field, string value, string sentence)
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var fields = ConvertForms.Spark(trial);
        fields[field] = value;
        var page = await browser.AskAsync(trial, fields);
        page.AssertOnlyWrong(portal, language, field, sentence);
        await AssertUntouchedAsync(trial);
        browser.AcceptLanguage = "en";
    }

    [Theory]
    [InlineData("no", "", "Convert.Fault.NewSiteMissing")]
    [InlineData("no", "{host}", "Convert.Fault.NewSiteIsTrials")]
    [InlineData("wait", "other.meetings.example", "Convert.Fault.NewSiteOther")]
    [InlineData("no", "alpenrose.meetings.example", "Convert.Fault.NewSiteTaken")]
    public async Task A_new_site_that_cant_be_has_its_own_sentence(string sameUrl, string newSite, string sentence)
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var typed = newSite.Replace("{host}", trial.Host, StringComparison.Ordinal);
        var page = await browser.AskAsync(trial, ConvertForms.WebEx(trial, sameUrl, typed));
        page.AssertOnlyWrong(portal, "en", "NewSiteUrl", sentence);
        await AssertUntouchedAsync(trial);
    }

    [Fact]
    public async Task A_removed_administrator_counts_no_more_and_another_does_in_any_spelling()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        await portal.InDatabaseAsync(async db =>
        {
            var former = await db.Set<OrganisationMember>()
                .SingleAsync(member => member.EmailKey == MailKey.Of(trial.Administrator));
            former.Dismiss();
            const string other = "Zoë.Ng+cloud@bücher.example";
            var member = new OrganisationMember(trial.OrganisationId, other, MailKey.Of(other), "Zoë");
            member.Appoint(former.UserId!.Value);
            db.Add(member);
            await db.SaveChangesAsync();
        });

        var fields = ConvertForms.Spark(trial);
        var page = await browser.AskAsync(trial, fields);
        Assert.Equal(portal.Words("en", "Convert.Fault.AdministratorUnknown"), page.Errors["AdminEmail"]);

        fields["AdminEmail"] = " ZOË.NG+cloud@XN--BCHER-KVA.example ";
        (await browser.ConvertAsync(trial, fields)).AssertLeadsTo($"/trials/{trial.Id}");
        Assert.Equal("Zoë.Ng+cloud@bücher.example", await portal.InDatabaseAsync(db => db.Set<PurchaseOrder>()
            .Where(order => order.TrialId == trial.Id).Select(order => order.AdminEmail).SingleAsync()));
    }

    [Fact]
    public async Task A_paid_trial_is_refused_in_each_language()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var form = await browser.GetAsync(trial.Path);
        var question = await browser.AskAsync(trial, ConvertForms.Spark(trial));
        (await browser.ConvertAsync(trial, ConvertForms.Spark(trial))).AssertLeadsTo($"/trials/{trial.Id}");
        foreach (var language in PortalWords.Languages)
        {
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            foreach (var page in new[]
            {
                await form.SubmitAsync(ConvertForms.Spark(trial)),
                await question.SubmitAsync(),
            })
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
                Assert.Equal([portal.Words(language, "Convert.Fault.AlreadyPaid")], page.ErrorSummary);
            }
        }

        browser.AcceptLanguage = "en";
        Assert.Equal(
            1,
            await portal.InDatabaseAsync(db => db.Set<PurchaseOrder>().CountAsync(order => order.TrialId == trial.Id)));
    }

    [Fact]
    public async Task One_tick_before_the_cut_off_it_converts_and_at_it_no_more()
    {
        await using var other = PortalFactory.With(new PortalSetup());
        using var visitor = other.CreatePortalClient();
        await visitor.EnterAsync(ConvertTrials.Partner);
        var (early, late) = (await other.AddTrialAsync(TrialSketch.Whole with { Age = 59 }), await other.AddTrialAsync(
            TrialSketch.Whole with { Age = 59 }));
        var question = await visitor.AskAsync(late, ConvertForms.Spark(late));
        var cutOff = (await other.ReadTrialAsync(early)).CutOffAt!.Value;

        other.Clock.Reset(cutOff - Duration.FromTicks(1));
        (await visitor.ConvertAsync(early, ConvertForms.Spark(early))).AssertLeadsTo($"/trials/{early.Id}");

        other.Clock.Reset(cutOff);
        var page = await question.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([other.Words("en", "Convert.Fault.Ended")], page.ErrorSummary);
        Assert.Null((await other.ReadTrialAsync(late)).ConvertedAt);
        Assert.NotNull((await other.ReadTrialAsync(early)).ConvertedAt);
    }

    private async Task AssertUntouchedAsync(MadeTrial trial)
    {
        Assert.Null((await portal.ReadTrialAsync(trial)).ConvertedAt);
        Assert.Equal(trial.Host, await portal.ReadHostAsync(trial));
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<PurchaseOrder>().AnyAsync(order => order.TrialId == trial.Id)));
    }
}
