using System.Net;
using AssistPortal.IntegrationTests.Trials.Convert;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.Customers;

public sealed class CustomerAccessTests(PartnerAtWork partner) : IClassFixture<PartnerAtWork>
{
    private static readonly string[] Pages = ["/trials", "/trials/new", "/trials/export.csv", "/trials/extend"];

    private readonly PortalFactory portal = partner.Portal;
    private readonly PortalClient browser = partner.Browser;

    [Fact]
    public async Task Another_partners_trial_is_not_there_for_any_route_and_verb()
    {
        var own = await browser.StartedAsync();
        var foreign = await portal.AddTrialAsync(TrialSketch.Whole with { Partner = ConvertTrials.OtherPartner });
        var (_, token) = (await browser.GetAsync($"/trials/{own}/edit")).Prepare(new() { ["ExtendDays"] = "30" });
        foreach (var id in new[] { foreign.Id, Guid.NewGuid() })
        {
            KeyValuePair<string, string>[] fields =
                [.. token, new("Trials", $"{own}"), new("Trials", $"{id}"), new("Note", new string('x', 3000))];
            foreach (var (verb, path) in new[]
            {
                (HttpMethod.Get, $"/trials/{id}"),
                (HttpMethod.Get, $"/trials/{id}/edit"),
                (HttpMethod.Post, $"/trials/{id}/edit"),
                (HttpMethod.Post, $"/trials/{id}/contact"),
                (HttpMethod.Get, $"/trials/extend?Trials={own}&Trials={id}"),
                (HttpMethod.Post, "/trials/extend"),
            })
            {
                var response = await browser.SendOnceAsync(verb, path, fields);
                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{verb} {path}: {response.StatusCode}");
            }
        }

        Assert.Null((await portal.TrialAsync(own)).ExtendedAt);
        Assert.Null((await portal.TrialAsync(foreign.Id)).ExtendedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/trials/extend?Trials=nonsense")).Status);
    }

    [Fact]
    public async Task A_partner_finds_its_own_customers_only()
    {
        var foreign = await portal.AddTrialAsync(TrialSketch.Whole with { Partner = ConvertTrials.OtherPartner });
        var names = await portal.InDatabaseAsync(db => db.Set<Trial>().Where(trial => trial.PartnerId ==
            db.Set<Trial>().First(item => item.Id == foreign.Id).PartnerId)
                .Select(trial => trial.Company)
                .ToListAsync());
        foreach (var path in new[]
        {
            "/trials",
            $"/trials?q={foreign.Company}",
            $"/trials?q={foreign.Administrator}",
            "/trials/export.csv",
        })
        {
            var page = await browser.GetAsync(path);
            Assert.All(names, name => Assert.DoesNotContain($">{name}<", page.Source, StringComparison.Ordinal));
            Assert.DoesNotContain($"{foreign.Id}", page.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Other_roles_find_no_page_and_strangers_sign_in()
    {
        var id = await browser.StartedAsync();
        using var customer = portal.CreatePortalClient();
        await customer.SignInAsync("customer@demo.example");
        using var stranger = portal.CreatePortalClient();
        foreach (var path in Pages.Append($"/trials/{id}").Append($"/trials/{id}/edit"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await customer.SendOnceAsync(HttpMethod.Get, path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.SendOnceAsync(HttpMethod.Get, path)).StatusCode);
        }
    }
}
