using System.Net;
using AssistPortal.IntegrationTests.Trials.Convert;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public sealed class EditTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    public static TheoryData<string> Languages => [.. PortalWords.Languages];

    [Fact]
    public async Task The_new_end_is_shown_before_and_a_second_extension_is_told_by_whom_the_first_was()
    {
        var id = await browser.StartedAsync();
        var form = await browser.GetAsync($"/trials/{id}/edit");
        Assert.Equal("2027-01-30", form.Get("#new-end").GetAttribute("data-date"));
        Assert.Equal(
            ["", "30"], form.All("select[name=ExtendDays] option").Select(option => option.GetAttribute("value")));

        var page = await form.SubmitAsync(new() { ["ExtendDays"] = "30" });
        Assert.Equal($"/trials/{id}", page.Path);
        Assert.Equal("2027-01-30", LocalDatePattern.Iso.Format((await portal.TrialAsync(id)).EndDate));
        Assert.NotNull(page.Find("[data-event=extension][data-status=done]"));

        var again = await browser.EditAsync(id, ("ExtendDays", "30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Priya Raman", again.ErrorSummary.Single(), StringComparison.Ordinal);
        Assert.Null(again.Find("select[name=ExtendDays]"));
        Assert.Equal("2027-01-30", LocalDatePattern.Iso.Format((await portal.TrialAsync(id)).EndDate));
    }

    [Fact]
    public async Task Services_come_with_what_they_need()
    {
        var id = await browser.StartedAsync();
        var missing = await browser.EditAsync(id, ("AddServices", "Meeting"), ("Amount_Meeting", "10"));
        Assert.Equal(portal.Words("en", "Customers.SiteUrl.Missing"), missing.Errors["SiteUrl"]);

        var done = await browser.EditAsync(
            id,
            ("AddServices", "Meeting"), ("AddServices", "Call"), ("Amount_Meeting", "10"), ("Amount_Call", "3"),
            ("SiteUrl", $"https://added{id:N}.webex.com/"), ("PhoneNumbers", "+1 303 555 0001"));
        Assert.Equal($"/trials/{id}", done.Path);
        Assert.Equal($"added{id:N}.webex.com", (await portal.OrganisationAsync(id)).SiteHost);
        Assert.Equal(
            [CloudService.Message, CloudService.Meeting, CloudService.Call],
            (await portal.TrialAsync(id)).Services.Select(service => service.Service).Order());

        var twice = await browser.EditAsync(id, ("AddServices", "Call"), ("Amount_Call", "3"));
        Assert.Equal([portal.Words("en", "Customers.Refused.HasService|Call")], twice.ErrorSummary);
        var other = await browser.StartedAsync();
        var taken = await browser.EditAsync(
            other, ("AddServices", "Call"), ("Amount_Call", "3"), ("PhoneNumbers", "+13035550001"));
        Assert.Equal(
            portal.Words("en", "Customers.Refused.Start.NumberTaken|+13035550001"), taken.Errors["PhoneNumbers"]);
        var site = await browser.EditAsync(
            other, ("AddServices", "Meeting"), ("Amount_Meeting", "3"), ("SiteUrl", $"added{id:N}.webex.com"));
        Assert.Equal(portal.Words("en", $"Customers.Refused.SiteTaken|added{id:N}.webex.com"), site.Errors["SiteUrl"]);
        var noCall = await browser.EditAsync(other, ("PhoneNumbers", "+13035550002"));
        Assert.Equal(portal.Words("en", "Customers.Refused.NoCall"), noCall.Errors["PhoneNumbers"]);
        var nothing = await browser.EditAsync(other);
        Assert.Equal(portal.Words("en", "Customers.Edit.Nothing"), nothing.Errors["ExtendDays"]);
        Assert.Equal(
            [CloudService.Message], (await portal.TrialAsync(other)).Services.Select(service => service.Service));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task From_its_end_on_each_state_refuses_in_its_own_words_and_changes_nothing(string language)
    {
        var expired = await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = 35 });
        var ended = await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = 70 });
        var paid = await portal.AddTrialAsync(new TrialSketch(CloudService.Message));
        await portal.InDatabaseAsync(async db =>
        {
            (await db.Set<Trial>()
                .Include(trial => trial.Services)
                .SingleAsync(trial => trial.Id == paid.Id)).Convert([], portal.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        });
        using var reader = portal.CreatePortalClient();
        reader.AcceptLanguage = PortalWords.BrowserOf(language);
        await reader.SignInAsync(ConvertTrials.Partner);
        List<string> sentences = [];
        foreach (var (made, state) in new[] { (expired, "Expired"), (ended, "Ended"), (paid, "Paid") })
        {
            var before = await portal.ReadTrialAsync(made);
            var extension = await reader.EditAsync(made.Id, ("ExtendDays", "30"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, extension.Status);
            Assert.Equal([portal.Words(language, $"Customers.Refused.Extension.{state}")], extension.ErrorSummary);
            var adding = await reader.EditAsync(made.Id, ("AddServices", "Room"), ("Amount_Room", "1"));
            Assert.Equal([portal.Words(language, $"Customers.Refused.Adding.{state}")], adding.ErrorSummary);
            sentences.AddRange([.. extension.ErrorSummary, .. adding.ErrorSummary]);
            var after = await portal.ReadTrialAsync(made);
            Assert.Equal(
                (before.EndDate, null, before.Services.Count), (after.EndDate, after.ExtendedAt, after.Services.Count));
        }

        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Several_are_extended_together_with_a_line_for_each()
    {
        var first = await browser.StartedAsync();
        var second = await browser.StartedAsync(("LengthDays", "60"));
        var expired = (await portal.AddTrialAsync(new TrialSketch(CloudService.Message) { Age = 35 })).Id;
        var page = await browser.GetAsync($"/trials/extend?Trials={first}&Trials={second}&Trials={expired}");
        Assert.Equal("refused", page.Get($"[data-trial-id='{expired}']").GetAttribute("data-status"));
        Assert.Equal("due", page.Get($"[data-trial-id='{first}']").GetAttribute("data-status"));
        Assert.Null((await portal.TrialAsync(first)).ExtendedAt);

        await browser.EditAsync(second, ("ExtendDays", "30"));
        var result = await page.SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, result.Status);
        Assert.Equal(
            [("done", first), ("refused", expired), ("refused", second)],
            result.All("[data-trial-id]")
                .Select(line => (line.GetAttribute("data-status")!, Guid.Parse(line.GetAttribute("data-trial-id")!)))
                .OrderBy(line => line.Item1, StringComparer.Ordinal).ThenBy(line => line.Item2 == second));
        Assert.Contains("Priya Raman", result.Get($"[data-trial-id='{second}']").TextContent, StringComparison.Ordinal);

        var nothing = await browser.PostAsync(
            "/trials/extend", page.Prepare().Fields.Where(field => field.Key != "Trials"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
    }
}
