using System.Runtime.CompilerServices;
using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Finds a partner's trials, for the list and for its file.</summary>
public sealed class CustomerList(PortalDbContext db, IClock clock)
{
    public const int PageSize = 50;

    private const int MostToContact = 5;
    private const int PartSize = 1000;

    public async Task<CustomerListPage> ReadAsync(
        Guid partnerId, CustomerListInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var sort = CustomerSort.Read(input);
        var rows = await TakeAsync(
            sort.From(Find(partnerId, input, now), input.After), PageSize + 1, cancellationToken);
        var toContact = await TrialsOf(partnerId).ToBeContacted(now)
            .OrderBy(trial => trial.EndsAt)
            .Take(MostToContact + 1)
            .Select(CustomerRow.Of)
            .ToListAsync(cancellationToken);
        return new CustomerListPage
        {
            Input = input,
            Now = now,
            Rows = await WithServicesAsync([.. rows.Take(PageSize)], cancellationToken),
            HasMore = rows.Count > PageSize,
            ToContact = await WithServicesAsync([.. toContact.Take(MostToContact)], cancellationToken),
            HasMoreToContact = toContact.Count > MostToContact,
        };
    }

    /// <summary>All that fit, read in parts.</summary>
    public async IAsyncEnumerable<CustomerRow> ReadAllAsync(
        Guid partnerId, CustomerListInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = CustomerSort.Read(input);
        var trials = Find(partnerId, input, clock.GetCurrentInstant());
        string? place = null;
        List<CustomerRow> part;
        do
        {
            part = await TakeAsync(sort.From(trials, place), PartSize, cancellationToken);
            foreach (var row in await WithServicesAsync(part, cancellationToken))
            {
                yield return row;
            }

            place = part.Count > 0 ? sort.PlaceOf(part[^1]) : null;
        }
        while (part.Count == PartSize);
    }

    private static async Task<List<CustomerRow>> TakeAsync(
        IEnumerable<IQueryable<Trial>> parts, int count, CancellationToken cancellationToken)
    {
        List<CustomerRow> rows = [];
        foreach (var part in parts.TakeWhile(_ => rows.Count < count))
        {
            rows.AddRange(await part.Take(count - rows.Count).Select(CustomerRow.Of).ToListAsync(cancellationToken));
        }

        return rows;
    }

    private IQueryable<Trial> TrialsOf(Guid partnerId) =>
        db.Set<Trial>().AsNoTracking().Where(trial => trial.PartnerId == partnerId);

    private IQueryable<Trial> Find(Guid partnerId, CustomerListInput input, Instant now)
    {
        var trials = TrialsOf(partnerId).ThatAre(CustomerFilter.Read(input.Filter), now);
        var words = Tolerant.Code(input.Q);
        if (words.Contains('@', StringComparison.Ordinal))
        {
            var key = MailKey.Of(words);
            return trials.Where(trial => db.Set<OrganisationMember>()
                .Any(member => member.EmailKey == key && member.OrganisationId == trial.OrganisationId));
        }

        var company = Trial.KeyOf(words);
        return company.Length == 0 ? trials : trials.Where(trial => trial.CompanyKey.Contains(company));
    }

    private async Task<IReadOnlyList<CustomerRow>> WithServicesAsync(
        List<CustomerRow> rows, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. rows.Select(row => row.Id)];
        var services = (await db.Set<TrialService>()
            .Where(service => ids.Contains(service.TrialId) && !service.IsLost)
            .Select(service => new { service.TrialId, service.Service })
            .ToListAsync(cancellationToken)).ToLookup(service => service.TrialId, service => service.Service);
        return [.. rows.Select(row => row with { Services = [.. services[row.Id].Order()] })];
    }
}
