using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public sealed class ConvertTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Fact]
    public async Task Everything_that_is_ordered_by_A_SPK_converts_and_nothing_more_is_sent()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        await portal.InDatabaseAsync(async db =>
        {
            var row = await db.Set<Trial>().SingleAsync(item => item.Id == trial.Id);
            var reader = new TrialNoticeReader(TrialNoticeAudience.Customer, trial.Administrator, "", "en");
            db.Add(new TrialNotice(
                trial.Id, TrialNoticeKind.EndsSoon, row.EndDate, reader, portal.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync();
        });

        var page = await browser.AskAsync(trial, ConvertForms.Spark(trial, "C3,ROOM"));
        Assert.Equal($"{trial.Path}/confirm", page.Path);
        Assert.Equal(["Site", "Message", "BasicMeetings", "Call"], page.Parts("converts"));
        Assert.Equal(["Message", "BasicMeetings", "Call"], page.Parts("kept"));
        Assert.Equal(["Room"], page.Parts("new"));
        Assert.Empty(page.Parts("lost"));
        Assert.Null(page.Find("#Confirmation"));

        (await browser.ConvertAsync(trial, ConvertForms.Spark(trial, "C3,ROOM"))).AssertLeadsTo($"/trials/{trial.Id}");
        var paid = await portal.ReadTrialAsync(trial);
        Assert.Equal(portal.Clock.GetCurrentInstant(), paid.ConvertedAt);
        Assert.DoesNotContain(paid.Services, service => service.IsLost);
        Assert.Equal(trial.Host, await portal.ReadHostAsync(trial));
        var order = await OrderAsync(trial);
        Assert.Equal(
            (Offer.Spark, "C3,ROOM", trial.Host, WebExState.None),
            (order.Offer, order.ItemCodes, order.SiteHost, order.WebEx));
        Assert.Equal(
            [TrialNoticeState.Cancelled],
            await portal.InDatabaseAsync(db => db.Set<TrialNotice>().Where(notice => notice.TrialId == trial.Id)
                .Select(notice => notice.State).ToListAsync()));
        Assert.Equal(["trial.converted"], await AuditAsync(trial));
        Assert.Equal([("trial.converted", trial.Administrator)], await MailsAsync(trial));
    }

    [Fact]
    public async Task What_is_lost_is_shown_the_site_first_and_wants_the_companys_name()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var page = await browser.AskAsync(trial, ConvertForms.Spark(trial, "M1"));
        Assert.Equal(["Site", "BasicMeetings", "Call"], page.Parts("lost"));

        foreach (var typed in new[] { "", "Another Company" })
        {
            var again = await page.SubmitAsync(new() { ["Confirmation"] = typed });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
            Assert.Equal(
                portal.Words("en", $"Convert.Confirmation.Wrong|{trial.Company}"), again.Errors["Confirmation"]);
            Assert.Equal("M1", again.Value("Items"));
        }

        await AssertUntouchedAsync(trial);
        var (action, fields) = page.Prepare(new() { ["Confirmation"] = $"  {trial.Company.ToUpperInvariant()} " });
        (await browser.SendOnceAsync(HttpMethod.Post, action, fields)).AssertLeadsTo($"/trials/{trial.Id}");
        var paid = await portal.ReadTrialAsync(trial);
        Assert.Equal(
            [CloudService.Meeting, CloudService.Call],
            paid.Services.Where(service => service.IsLost).Select(service => service.Service).Order());
        Assert.Null(await portal.ReadHostAsync(trial));
        Assert.Equal(
            [CloudService.Message],
            await portal.InDatabaseAsync(db => db.Set<OrganisationMember>()
                .Where(member => member.OrganisationId == trial.OrganisationId)
                .SelectMany(member => member.Assignments).Select(assignment => assignment.Service).ToListAsync()));
    }

    [Fact]
    public async Task Going_back_loses_nothing_that_was_typed()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var page = await browser.AskAsync(trial, ConvertForms.Spark(trial, "C3,TC200"));
        var form = await page.FollowAsync(".back-link");
        Assert.Equal("A-SPK", form.Value("Offer"));
        Assert.Equal(trial.Administrator, form.Value("AdminEmail"));
        Assert.Equal($"https://{trial.Host}/", form.Value("TrialSiteUrl"));
        Assert.Equal(
            ["C3", "TC200"], form.All("input[name=Items][checked]").Select(item => item.GetAttribute("value")));
    }

    [Fact]
    public async Task No_address_names_the_administrator()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var (action, fields) = (await browser.GetAsync(trial.Path)).Prepare(ConvertForms.Spark(trial));
        (await browser.SendOnceAsync(HttpMethod.Post, action, fields)).AssertLeadsTo($"{trial.Path}/confirm");

        var page = await browser.GetAsync($"{trial.Path}/confirm");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(trial.Administrator, page.Value("AdminEmail"));
        Assert.DoesNotContain("AdminEmail=", page.Source, StringComparison.Ordinal);

        var refused = await (await browser.GetAsync(trial.Path)).SubmitAsync(ConvertForms.Spark(trial, "M9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("AdminEmail=", refused.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_is_asked_of_the_order_typed_last_and_of_no_other_trial()
    {
        var (first, second) =
            (await portal.AddTrialAsync(TrialSketch.Whole), await portal.AddTrialAsync(TrialSketch.Whole));
        var question = await browser.AskAsync(first, ConvertForms.Spark(first, "M1"));
        await browser.AskAsync(second, ConvertForms.Spark(second));

        var form = await browser.GetAsync($"{first.Path}/confirm");
        Assert.Equal(first.Path, form.Path);
        Assert.Equal("", form.Value("AdminEmail"));

        var (action, fields) = question.Prepare(new() { ["Confirmation"] = first.Company });
        (await browser.SendOnceAsync(HttpMethod.Post, action, fields)).AssertLeadsTo($"/trials/{first.Id}");
        Assert.Equal("M1", (await OrderAsync(first)).ItemCodes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task What_is_typed_at_any_length_fits_the_browser(string first)
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var fields = ConvertForms.Spark(trial);
        fields["TrialSiteUrl"] += first + string.Concat(Enumerable.Repeat("𠮷", 10_000));
        var page = await browser.AskAsync(trial, fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Site", "Message", "BasicMeetings"], page.Parts("converts"));
    }

    [Fact]
    public async Task A_WX_with_another_URL_begins_a_new_site_at_once()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        var host = $"new-{trial.Host}";
        var page = await browser.AskAsync(trial, ConvertForms.WebEx(trial, "no", $"https://{host}/"));
        Assert.Equal(["Message", "BasicMeetings", "Call"], page.Parts("converts"));
        Assert.Equal(["Site"], page.Parts("lost"));
        Assert.Contains(portal.Words("en", "Convert.Converts.AtOnce"), page.Text, StringComparison.Ordinal);

        (await browser.ConvertAsync(trial, ConvertForms.WebEx(trial, "no", host))).AssertLeadsTo($"/trials/{trial.Id}");
        Assert.Equal((host, SameUrl.No, WebExState.Ordered), await SiteAsync(trial));
        Assert.Equal(host, await portal.ReadHostAsync(trial));
    }

    [Theory]
    [InlineData("request-deletion", SameUrl.RequestDeletion, WebExState.Pending, 1)]
    [InlineData("wait", SameUrl.Wait, WebExState.Waiting, 0)]
    public async Task For_the_same_URL_the_Spark_part_is_paid_at_once_and_WebEx_waits(
        string typed, SameUrl sameUrl, WebExState state, int requests)
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        (await browser.ConvertAsync(trial, ConvertForms.WebEx(trial, typed))).AssertLeadsTo($"/trials/{trial.Id}");

        Assert.NotNull((await portal.ReadTrialAsync(trial)).ConvertedAt);
        Assert.Equal((trial.Host, sameUrl, state), await SiteAsync(trial));
        Assert.Equal(trial.Host, await portal.ReadHostAsync(trial));
        Assert.Equal(requests, await portal.InDatabaseAsync(db => db.Set<HelpDeskRequest>().CountAsync(request =>
            request.TrialId == trial.Id && request.Kind == HelpDeskRequestKind.SiteDeletion
            && request.LiveKey == $"site:{trial.Id}" && request.Text == trial.Host)));
    }

    [Fact]
    public async Task The_help_desk_is_asked_to_delete_a_site_as_it_is_asked_for_anything_else()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        await browser.ConvertAsync(trial, ConvertForms.WebEx(trial, "request-deletion"));

        var request = await portal.InDatabaseAsync(db =>
            db.Set<HelpDeskRequest>().SingleAsync(item => item.TrialId == trial.Id));
        Assert.Equal(Duration.FromDays(2), request.DueAt - request.AskedAt);
        Assert.Equal(
            ["help-desk.request-filed"],
            await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.SubjectId == request.Id.ToString()).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task In_grace_it_converts_and_once_paid_no_more()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole with { Age = 45 });
        (await browser.ConvertAsync(trial, ConvertForms.Spark(trial))).AssertLeadsTo($"/trials/{trial.Id}");

        var page = await browser.GetAsync(trial.Path);
        Assert.Contains(portal.Words("en", "Convert.Fault.AlreadyPaid"), page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("#step-form"));
    }

    private async Task AssertUntouchedAsync(MadeTrial trial)
    {
        Assert.Null((await portal.ReadTrialAsync(trial)).ConvertedAt);
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<PurchaseOrder>().AnyAsync(order => order.TrialId == trial.Id)));
        Assert.Empty(await AuditAsync(trial));
        Assert.Empty(await MailsAsync(trial));
    }

    private Task<PurchaseOrder> OrderAsync(MadeTrial trial) =>
        portal.InDatabaseAsync(
            db => db.Set<PurchaseOrder>().AsNoTracking().SingleAsync(order => order.TrialId == trial.Id));

    private async Task<(string?, SameUrl, WebExState)> SiteAsync(MadeTrial trial)
    {
        var order = await OrderAsync(trial);
        return (order.SiteHost, order.SameUrl, order.WebEx);
    }

    private Task<List<string>> AuditAsync(MadeTrial trial) => portal.InDatabaseAsync(db => db.AuditEntries
        .Where(entry => entry.SubjectId == trial.Id.ToString())
            .OrderBy(entry => entry.Id)
            .Select(entry => entry.Action)
            .ToListAsync());

    private async Task<List<(string, string)>> MailsAsync(MadeTrial trial) =>
    [
        .. (await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == trial.Id.ToString()).ToListAsync())).Select(
                mail => (mail.Cause, mail.Recipient)),
    ];
}
