using System.Globalization;
using System.Runtime.CompilerServices;
using AssistPortal.Data;
using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Features.MyTrial.Usage;
using AssistPortal.Web.Shared.Csv;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace AssistPortal.Web.Features.MyTrial.Export;

/// <summary>Users, services and usage of an organisation as files.</summary>
public sealed class ExportFiles(
    PortalDbContext db, UsagePages usage, TrialWording wording, IStringLocalizer<MyTrialTexts> texts)
{
    private const int PartSize = 2_000;

    internal IReadOnlyList<CsvFile> Of(MyTrialPage page, CancellationToken cancellationToken)
    {
        List<CloudService> services = [.. page.Licences.Select(line => line.Service)];
        return
        [
            new CsvFile(
                "users.csv",
                [
                    texts["Csv.Email"].Value, texts["Csv.Name"].Value, texts["Csv.Administrator"].Value,
                    .. services.Select(wording.Service),
                ],
                UsersAsync(page.Trial.OrganisationId, services, cancellationToken)),
            new CsvFile(
                "services.csv",
                [
                    texts["Csv.Service"].Value, texts["Licences.Amount"].Value, texts["Licences.InUse"].Value,
                    texts["Csv.AddedOn"].Value,
                ],
                ServicesOf(page).ToAsyncEnumerable()),
            new CsvFile(
                "usage.csv",
                [texts["Csv.Day"].Value, texts["Csv.Service"].Value, texts["Csv.Count"].Value],
                usage.RowsAsync(page.Trial.OrganisationId, cancellationToken)),
        ];
    }

    /// <summary>Part by part: there may be more than memory holds.</summary>
    private async IAsyncEnumerable<IReadOnlyList<object?>> UsersAsync(
        Guid organisationId, List<CloudService> services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = db.Set<OrganisationMember>().AsNoTracking()
            .Include(member => member.Assignments)
            .Where(member => member.OrganisationId == organisationId)
            .OrderBy(member => member.EmailKey);
        for (string? last = null; ;)
        {
            var after = last;
            var part = await (after is null ? all : all.Where(member => string.Compare(member.EmailKey, after) > 0))
                .Take(PartSize)
                .ToListAsync(cancellationToken);
            foreach (var member in part)
            {
                yield return
                [
                    member.Email,
                    member.Name,
                    member.IsAdministrator ? texts["Csv.Yes"].Value : "",
                    .. services.Select(service => member.Assignments.Any(item => item.Service == service)
                        ? texts["Csv.Yes"].Value
                        : ""),
                ];
            }

            if (part.Count < PartSize)
            {
                yield break;
            }

            last = part[^1].EmailKey;
        }
    }

    private IEnumerable<IReadOnlyList<object?>> ServicesOf(MyTrialPage page) =>
        from line in page.Licences
        let service = page.Trial.Services.Single(item => item.Service == line.Service)
        select (IReadOnlyList<object?>)
        [
            wording.Service(line.Service),
            Number(line.Amount),
            Number(line.InUse),
            LocalDatePattern.Iso.Format(service.AddedOn),
        ];

    private static CsvNumber Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
