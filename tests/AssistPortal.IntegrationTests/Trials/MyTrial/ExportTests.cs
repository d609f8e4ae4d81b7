using System.Globalization;
using System.IO.Compression;
using System.Net;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

public sealed class ExportTests(CustomerPortal room) : IClassFixture<CustomerPortal>
{
    [Theory]
    [InlineData(CustomerPortal.Customer)]
    [InlineData(CustomerPortal.CustomerInGrace)]
    [InlineData(CustomerPortal.PaidCustomer)]
    public async Task Users_services_and_usage_come_back_as_they_are(string customer)
    {
        using var browser = await room.SignedInAsync(customer);
        Assert.NotNull((await browser.GetAsync("/my-trial/export")).Find("a[href='/my-trial/export.zip']"));
        var files = await ReadAsync(browser);
        Assert.Equal(["users.csv", "services.csv", "usage.csv"], files.Keys);

        var trial = await room.TrialOfAsync(customer);
        var (members, figures) = await room.Portal.InDatabaseAsync(async db => (
            await db.Set<OrganisationMember>().Include(member => member.Assignments)
                .Where(member => member.OrganisationId == trial.OrganisationId)
                    .OrderBy(member => member.EmailKey)
                    .ToListAsync(),
            await db.Set<UsageFigure>().Where(figure => figure.OrganisationId == trial.OrganisationId).ToListAsync()));
        Assert.Equal(members.Select(member => member.Email), files["users.csv"].Skip(1).Select(line => line[0]));
        Assert.Equal(members.Select(member => member.Name), files["users.csv"].Skip(1).Select(line => line[1]));
        Assert.Equal(
            members.Sum(member => member.Assignments.Count + (member.IsAdministrator ? 1 : 0)),
            files["users.csv"].Skip(1).Sum(line => line.Count(cell => cell == "yes")));
        Assert.Equal(
            trial.Services.OrderBy(service => service.Service).Select(service => $"{service.Amount}"),
            files["services.csv"].Skip(1).Select(line => line[1]));
        Assert.Equal(figures.Count, files["usage.csv"].Count - 1);
        Assert.Equal(
            figures.Sum(figure => figure.Count),
            files["usage.csv"].Skip(1).Sum(line => int.Parse(line[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Many_users_are_read_part_by_part_and_formulas_defused()
    {
        var organisationId = (await room.MemberAsync("admin@lumen.example")).OrganisationId;
        await room.Portal.InDatabaseAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 2_400).Select(at => new OrganisationMember(
                organisationId, $"user{at:0000}@lumen.example", $"user{at:0000}@lumen.example", "=1+1")));
            await db.SaveChangesAsync();
        });
        using var browser = await room.SignedInAsync("admin@lumen.example");
        var users = (await ReadAsync(browser))["users.csv"].Where(line => line[1] == "'=1+1")
            .Select(line => line[0])
            .ToList();
        Assert.Equal(Enumerable.Range(0, 2_400).Select(at => $"user{at:0000}@lumen.example"), users);
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        using var host = await room.SignedInAsync(Journeys.Host);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/my-trial/export.zip")).Status);
        using var guest = room.Portal.CreatePortalClient();
        using var response = await guest.SendOnceAsync(HttpMethod.Get, "/my-trial/export.zip");
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    private static async Task<Dictionary<string, List<string[]>>> ReadAsync(PortalClient browser)
    {
        using var response = await browser.SendOnceAsync(HttpMethod.Get, "/my-trial/export.zip");
        Assert.Equal(
            (HttpStatusCode.OK, "application/zip"),
            (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = await reader.ReadToEndAsync();
            files.Add(
                entry.FullName,
                [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))]);
        }

        return files;
    }
}
