using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;

namespace AssistPortal.IntegrationTests.Trials.Convert;

/// <summary>Orders as partners type them.</summary>
internal static class ConvertForms
{
    public static Dictionary<string, string?> Spark(MadeTrial trial, string items = "M3")
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Offer"] = "A-SPK", ["Items"] = items, ["AdminEmail"] = trial.Administrator,
        };
        if (trial.Host is not null)
        {
            fields["TrialSiteUrl"] = $"https://{trial.Host}/";
        }

        return fields;
    }

    public static Dictionary<string, string?> WebEx(MadeTrial trial, string sameUrl, string newSite = "")
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Offer"] = "A-WX", ["AdminEmail"] = trial.Administrator, ["NewSiteUrl"] = newSite,
        };
        if (trial.Host is not null)
        {
            fields["SameUrl"] = sameUrl;
        }

        return fields;
    }

    /// <summary>Signs in, to the guide.</summary>
    public static async Task EnterAsync(this PortalClient browser, string email)
    {
        var form = await browser.GetAsync("/account/sign-in?ReturnUrl=%2Fguide");
        var page = await form.SubmitAsync(new() { ["Email"] = email, ["Password"] = DemoAccounts.Password });
        Assert.True(page.Path == "/guide", page.Describe());
    }

    /// <summary>From the form to the page that asks for the confirmation.</summary>
    public static async Task<PortalPage> AskAsync(
        this PortalClient browser, MadeTrial trial, Dictionary<string, string?> fields) =>
        await (await browser.GetAsync(trial.Path)).SubmitAsync(fields);

    /// <summary>The company's name typed where something is lost, and the deed done.</summary>
    /// <returns>Where it leads; the page again where it was refused.</returns>
    public static async Task<HttpResponseMessage> ConvertAsync(
        this PortalClient browser, MadeTrial trial, Dictionary<string, string?> fields)
    {
        var page = await browser.AskAsync(trial, fields);
        Assert.True(page.Status == HttpStatusCode.OK, page.Describe());
        var (action, filled) = page.Prepare(
            page.Find("#Confirmation") is null ? [] : new() { ["Confirmation"] = trial.Company });
        return await browser.SendOnceAsync(HttpMethod.Post, action, filled);
    }

    /// <summary>Parts of the trial that a page tells of as lost, kept, converting or new.</summary>
    public static IReadOnlyList<string?> Parts(this PortalPage page, string outcome) =>
        [.. page.All($"[data-outcome={outcome}]").Select(item => item.GetAttribute("data-part"))];

    public static void AssertLeadsTo(this HttpResponseMessage response, string path)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(path, response.Headers.Location?.OriginalString);
    }
}
