using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;

namespace AssistPortal.IntegrationTests.Trials.Convert;

public sealed class ConvertAccessTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private static readonly (HttpMethod Verb, string Path)[] OfATrial =
    [
        (HttpMethod.Get, "convert"), (HttpMethod.Post, "convert"), (HttpMethod.Get, "convert/confirm"),
        (HttpMethod.Post, "convert/confirm"), (HttpMethod.Post, "order-webex"), (HttpMethod.Post, "guide"),
    ];

    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Fact]
    public async Task Another_partners_trial_is_not_there_whatever_is_posted()
    {
        var own = await portal.AddTrialAsync(TrialSketch.Whole);
        var foreign = await portal.AddTrialAsync(TrialSketch.Whole with { Partner = ConvertTrials.OtherPartner });
        var (_, fields) = (await browser.GetAsync(own.Path)).Prepare(ConvertForms.Spark(foreign));
        foreach (var id in new[] { foreign.Id, Guid.NewGuid() })
        {
            foreach (var (verb, path) in OfATrial)
            {
                var response = await browser.SendOnceAsync(verb, $"/trials/{id}/{path}", fields);
                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{verb} {path}: {response.StatusCode}");
            }
        }

        Assert.Null((await portal.ReadTrialAsync(foreign)).ConvertedAt);
    }

    [Fact]
    public async Task A_colleague_of_the_partner_has_the_same_trials()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        using var colleague = portal.CreatePortalClient();
        await colleague.EnterAsync(ConvertTrials.Colleague);
        (await colleague.ConvertAsync(trial, ConvertForms.Spark(trial))).AssertLeadsTo($"/trials/{trial.Id}");
    }

    [Fact]
    public async Task Other_roles_find_no_page_and_strangers_sign_in()
    {
        var trial = await portal.AddTrialAsync(TrialSketch.Whole);
        using var customer = portal.CreatePortalClient();
        await customer.EnterAsync(trial.Administrator);
        using var stranger = portal.CreatePortalClient();
        foreach (var path in new[] { trial.Path, $"{trial.Path}/confirm", "/trials/orders", "/trials/orders.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await customer.SendOnceAsync(HttpMethod.Get, path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.SendOnceAsync(HttpMethod.Get, path)).StatusCode);
        }
    }
}
