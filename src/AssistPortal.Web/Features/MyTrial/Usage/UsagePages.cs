using System.Globalization;
using System.Runtime.CompilerServices;
using AssistPortal.Data;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Csv;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.MyTrial.Usage;

/// <summary>
/// Reads how much an organisation used its services: the same during the trial and after it was converted.
/// </summary>
public sealed class UsagePages(PortalDbContext db, CustomerAccess access, TrialWording wording, IClock clock)
{
    /// <summary>Null where the account administers no organisation that is still there.</summary>
    public async Task<UsagePage?> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await access.TrialOfAsync(userId, cancellationToken) is not { } trial)
        {
            return null;
        }

        var figures = Of(trial.OrganisationId);
        var last = await figures.MaxAsync(figure => (LocalDate?)figure.Day, cancellationToken);
        var shown = last is { } day
            ? await figures
                .Where(figure => figure.Day > day.PlusDays(-UsagePage.MostDays))
                .ToListAsync(cancellationToken)
            : [];
        return new UsagePage(
            trial,
            trial.StateAt(clock.GetCurrentInstant()),
            [.. trial.Services.Select(item => item.Service).Union(shown.Select(figure => figure.Service)).Order()],
            DaysOf(shown));
    }

    /// <summary>All figures of an organisation as rows of a file: day, service, count.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(
        Guid organisationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var figures = Of(organisationId).OrderBy(row => row.Day).ThenBy(row => row.Service).AsAsyncEnumerable();
        await foreach (var figure in figures.WithCancellation(cancellationToken))
        {
            yield return
            [
                LocalDatePattern.Iso.Format(figure.Day),
                wording.Service(figure.Service),
                new CsvNumber(figure.Count.ToString(CultureInfo.InvariantCulture)),
            ];
        }
    }

    private IQueryable<UsageFigure> Of(Guid organisationId) =>
        db.Set<UsageFigure>().AsNoTracking().Where(figure => figure.OrganisationId == organisationId);

    private static IReadOnlyList<UsageDay> DaysOf(List<UsageFigure> figures)
    {
        if (figures.Count == 0)
        {
            return [];
        }

        var days = figures.ToLookup(figure => figure.Day);
        var (first, last) = (figures.Min(figure => figure.Day), figures.Max(figure => figure.Day));
        return
        [
            .. Enumerable.Range(0, Period.DaysBetween(first, last) + 1)
                .Select(first.PlusDays)
                .Select(
                    day => new UsageDay(day, days[day].ToDictionary(figure => figure.Service, figure => figure.Count))),
        ];
    }
}
