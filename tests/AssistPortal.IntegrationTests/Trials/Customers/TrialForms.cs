using System.Globalization;
using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Customers;

/// <summary>New trials and their changes as partners type them.</summary>
internal static class TrialForms
{
    private static int made;

    /// <summary>A trial of Message with an administrator whom nobody else has.</summary>
    public static Dictionary<string, string?> New(params (string Field, string? Value)[] changes)
    {
        var number = Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Company"] = $"New Customer {number}",
            ["AdministratorEmails"] = $"chief@new{number}.example",
            ["Country"] = "FR",
            ["TimeZone"] = "Europe/Paris",
            ["Language"] = "en",
            ["Services"] = "Message",
            ["Amount_Message"] = "25",
            ["LengthDays"] = "30",
        };
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>Sends the form of a new trial.</summary>
    public static async Task<PortalPage> StartAsync(this PortalClient browser, Dictionary<string, string?> fields) =>
        await (await browser.GetAsync("/trials/new")).SubmitAsync(fields);

    /// <summary>The trial whose page it is.</summary>
    public static Guid TrialId(this PortalPage page)
    {
        Assert.True(page.Status == HttpStatusCode.OK, page.Describe());
        return Guid.Parse(page.Path.Split('/')[2]);
    }

    /// <summary>Starts a trial, to its page.</summary>
    public static async Task<Guid> StartedAsync(
        this PortalClient browser, params (string Field, string? Value)[] changes) =>
        (await browser.StartAsync(New(changes))).TrialId();

    /// <summary>Sends the form on which a trial is changed.</summary>
    public static async Task<PortalPage> EditAsync(
        this PortalClient browser, Guid id, params (string Field, string? Value)[] fields)
    {
        var page = await browser.GetAsync($"/trials/{id}/edit");
        var (_, token) = (await browser.GetAsync("/trials/new")).Prepare();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await browser.PostAsync(
            $"/trials/{id}/edit",
            [
                .. token.Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)),
                .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value ?? "")),
            ]);
    }

    public static Task<Trial> TrialAsync(this PortalFactory portal, Guid id) => portal.InDatabaseAsync(db =>
        db.Set<Trial>().AsNoTracking().Include(trial => trial.Services).SingleAsync(trial => trial.Id == id));

    public static Task<Organisation> OrganisationAsync(
        this PortalFactory portal, Guid trialId) => portal.InDatabaseAsync(db =>
        db.Set<Organisation>()
            .SingleAsync(item => db.Set<Trial>().Any(trial => trial.Id == trialId && trial.OrganisationId == item.Id)));

    public static Task<List<OrganisationMember>> MembersAsync(
        this PortalFactory portal, Guid trialId) => portal.InDatabaseAsync(db =>
        db.Set<OrganisationMember>().AsNoTracking()
            .Where(member => db.Set<Trial>()
                .Any(trial => trial.Id == trialId && trial.OrganisationId == member.OrganisationId))
            .OrderBy(member => member.EmailKey)
            .ToListAsync());
}
