using System.Globalization;
using System.Runtime.CompilerServices;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads the audit trail a page at once, newest first.</summary>
public sealed class AuditList(PortalDbContext db, AuditFilter filter, AuditRecords records)
{
    public const int PageSize = 50;

    private const int ExportPageSize = 1000;

    /// <param name="input">Which entries, and where the page begins.</param>
    /// <param name="zone">Zone of the days.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<AuditListModel> ReadAsync(
        AuditListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        if (await filter.ReadAsync(input, zone, cancellationToken) is not { } question)
        {
            return new AuditListModel([], HasOlder: false);
        }

        var before = long.TryParse(input.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : (long?)null;
        var entries = await PageAsync(question, before, PageSize + 1, cancellationToken);
        return new AuditListModel(
            await RowsAsync([.. entries.Take(PageSize)], cancellationToken), entries.Count > PageSize);
    }

    /// <summary>All entries that fit, page after page: they may be more than memory holds.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(
        AuditListInput input, DateTimeZone zone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await filter.ReadAsync(input, zone, cancellationToken) is not { } question)
        {
            yield break;
        }

        long? before = null;
        List<AuditEntry> entries;
        do
        {
            entries = await PageAsync(question, before, ExportPageSize, cancellationToken);
            foreach (var row in await RowsAsync(entries, cancellationToken))
            {
                yield return row;
            }

            before = entries.Count > 0 ? entries[^1].Id : null;
        }
        while (entries.Count == ExportPageSize);
    }

    private async Task<List<AuditEntry>> PageAsync(
        AuditQuestion question, long? before, int count, CancellationToken cancellationToken)
    {
        var entries = question.Entries;
        if (!question.IsByTime)
        {
            return await entries
                .Where(entry => before == null || entry.Id < before)
                .OrderByDescending(entry => entry.Id)
                .Take(count)
                .ToListAsync(cancellationToken);
        }

        if (before is { } id && await AtAsync(id, cancellationToken) is { } at)
        {
            entries = entries.Where(entry => entry.At <= at && (entry.At < at || entry.Id < id));
        }

        return await entries
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    private Task<Instant?> AtAsync(long id, CancellationToken cancellationToken) => db.AuditEntries
        .Where(entry => entry.Id == id)
        .Select(entry => (Instant?)entry.At)
        .SingleOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<AuditRow>> RowsAsync(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        List<Guid> actors = [.. entries.Select(entry => entry.ActorId).OfType<Guid>().Distinct()];
        var people = await db.Users
            .Where(user => actors.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName, user.Email })
            .ToDictionaryAsync(user => user.Id, cancellationToken);
        List<Guid> orders =
        [
            .. entries.Where(entry => entry.Subject == nameof(Order))
                .Select(entry => Guid.TryParse(entry.SubjectId, out var id) ? id : (Guid?)null)
                .OfType<Guid>().Distinct(),
        ];
        var numbers = await db.Set<Order>()
            .Where(order => orders.Contains(order.Id))
            .Select(order => new { order.Id, order.Number })
            .ToDictionaryAsync(
                order => order.Id.ToString(),
                order => RequestNumber.Parse(order.Number),
                StringComparer.Ordinal,
                cancellationToken);
        return
        [
            .. entries.Select(entry => new AuditRow
            {
                Entry = entry,
                Record = records.Read(entry),
                Person = entry.ActorId is { } actorId && people.TryGetValue(actorId, out var person)
                    ? new AuditPerson(person.FirstName, person.LastName, person.Email ?? "")
                    : null,
                Order = numbers.TryGetValue(entry.SubjectId, out var number) ? number : null,
            }),
        ];
    }
}
