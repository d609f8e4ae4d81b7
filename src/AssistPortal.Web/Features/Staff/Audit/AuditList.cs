using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Reads the audit trail a page at once, newest first.</summary>
public sealed class AuditList(PortalDbContext db, AuditFilter filter, AuditTelling telling)
{
    public const int PageSize = 50;

    private const int ExportPageSize = 1000;

    /// <param name="input">Which entries, and where the page begins.</param>
    /// <param name="zone">Zone of the days and times.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<AuditListModel> ReadAsync(
        AuditListInput input, DateTimeZone zone, ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        if (await filter.ReadAsync(input, zone, reader, cancellationToken) is not { } question)
        {
            return new AuditListModel([], HasOlder: false);
        }

        var before = long.TryParse(input.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : (long?)null;
        var entries = await PageAsync(question, before, PageSize + 1, cancellationToken);
        return new AuditListModel(
            await RowsAsync([.. entries.Take(PageSize)], zone, reader, cancellationToken), entries.Count > PageSize);
    }

    /// <summary>All entries that fit, page after page: they may be more than memory holds.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(
        AuditListInput input,
        DateTimeZone zone,
        ClaimsPrincipal reader,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await filter.ReadAsync(input, zone, reader, cancellationToken) is not { } question)
        {
            yield break;
        }

        long? before = null;
        List<AuditEntry> entries;
        do
        {
            entries = await PageAsync(question, before, ExportPageSize, cancellationToken);
            foreach (var row in await RowsAsync(entries, zone, reader, cancellationToken))
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

    private async Task<IReadOnlyList<AuditRow>> RowsAsync(
        List<AuditEntry> entries, DateTimeZone zone, ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        List<Guid> actors = [.. entries.Select(entry => entry.ActorId).OfType<Guid>().Distinct()];
        var people = await db.Users
            .Where(user => actors.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName, user.Email })
            .ToDictionaryAsync(user => user.Id, cancellationToken);
        var rows = await telling.TellAsync(entries, zone, reader, cancellationToken);
        return
        [
            .. rows.Select(row => row with
            {
                Person = row.Entry.ActorId is { } actorId && people.TryGetValue(actorId, out var person)
                    ? new AuditPerson(person.FirstName, person.LastName, person.Email ?? "")
                    : null,
            }),
        ];
    }
}
