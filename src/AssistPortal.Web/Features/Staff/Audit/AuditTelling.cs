using System.Security.Claims;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Features.Audit;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Puts entries of the audit trail into words, for whoever reads them.</summary>
public sealed class AuditTelling(
    AuditRecords records, AuditNameReader reading, AuditValues values, IStringLocalizer<AuditFieldTexts> texts)
{
    /// <summary>Their rows, still without the people who did it.</summary>
    public async Task<IReadOnlyList<AuditRow>> TellAsync(
        IReadOnlyList<AuditEntry> entries,
        DateTimeZone zone,
        ClaimsPrincipal reader,
        CancellationToken cancellationToken)
    {
        var read = entries.Select(entry => (Entry: entry, Record: records.Read(entry))).ToList();
        var parts = read.ConvertAll(item => PartsOf(item.Record));
        var names = await reading.ReadAsync(
            read.Select(item => AuditReference.Of(item.Entry)).OfType<AuditReference>()
                .Concat(parts.SelectMany(item => item).SelectMany(part => new[] { part.Before, part.After }
                    .SelectMany(value => AuditReference.Of(part.Name, value) ?? []))),
            reader,
            cancellationToken);
        return
        [
            .. read.Select((item, index) => new AuditRow
            {
                Entry = item.Entry,
                Record = item.Record,
                Thing = NameOf(item.Entry, parts[index], names),
                Told = item.Record is null
                    ? new AuditTold([], [], item.Entry.Details)
                    : Tell(parts[index], names, zone),
            }),
        ];
    }

    /// <summary>A record's parts in words.</summary>
    internal AuditTold Tell(IReadOnlyList<AuditPart> parts, AuditNames names, DateTimeZone zone)
    {
        return new AuditTold(
            [.. parts.Where(part => part.IsChange).Select(Line)],
            [.. parts.Where(part => !part.IsChange).Select(Line).Where(line => line.After.Count > 0)]);

        AuditLine Line(AuditPart part) => new(
            values.Label(part.Name),
            values.Of(part.Name, part.Before, part.Currency, names, zone),
            values.Of(part.Name, part.After, part.Currency, names, zone));
    }

    internal static IReadOnlyList<AuditPart> PartsOf(AuditRecord? record) =>
        record is null ? [] : [.. AuditParts.Of(record).Where(part => AuditValues.IsSaid(part.Name))];

    /// <summary>What is gone has the name that the entry knows of it, and no page.</summary>
    private AuditLink NameOf(AuditEntry entry, IReadOnlyList<AuditPart> parts, AuditNames names)
    {
        if (AuditReference.Of(entry) is not { } thing)
        {
            return new AuditLink(entry.SubjectId);
        }

        var known = parts.FirstOrDefault(part => part.Name is "Topic" or "Name" or "Number");
        return names.Find(thing) ?? new AuditLink((known?.After ?? known?.Before) as string ?? texts["Value.Gone"]);
    }
}
