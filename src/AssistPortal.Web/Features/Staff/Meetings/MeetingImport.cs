using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Imports a file of meetings, as a whole or not at all.</summary>
public sealed class MeetingImport(
    PortalDbContext db,
    MeetingCsvReader files,
    MeetingReader reader,
    MeetingBook book,
    IStringLocalizer<MeetingsTexts> texts)
{
    /// <summary>What was imported, or else everything that is wrong.</summary>
    public async Task<(ImportCount? Count, IReadOnlyList<MeetingProblem> Problems)> ImportAsync(
        Stream content, Guid actorId, CancellationToken cancellationToken)
    {
        var file = await files.ReadAsync(content, cancellationToken);
        var meetings = await ReadAsync(file, cancellationToken);
        if (file.Problems.Count > 0)
        {
            return (null, [.. file.Problems.OrderBy(problem => problem.Row ?? int.MinValue)]);
        }

        return await book.ImportAsync(meetings, actorId, cancellationToken) is { } count
            ? (count, [])
            : (null, [new MeetingProblem(null, null, texts["Import.Meanwhile"])]);
    }

    private async Task<List<(int SiteId, MeetingDetails Details)>> ReadAsync(
        MeetingFile file, CancellationToken cancellationToken)
    {
        var sites = await db.Set<Site>().AsNoTracking().ToListAsync(cancellationToken);
        var rows = new Dictionary<(int SiteId, string Number), int>();
        var meetings = new List<(int SiteId, MeetingDetails Details)>();
        foreach (var (number, input) in file.Rows)
        {
            var hostName = Tolerant.Code(input.SiteId);
            if (sites.Find(item => item.HostName.Equals(hostName, StringComparison.OrdinalIgnoreCase)) is not { } site)
            {
                file.Problems.Add(new MeetingProblem(number, MeetingCsv.Site, texts["Row.Site.Unknown"]));
                continue;
            }

            var (details, result) = reader.Read(input, site);
            file.Problems.AddRange(result.Errors.Select(error => new MeetingProblem(
                number,
                error.PropertyName,
                error.PropertyName == nameof(input.Fold) ? texts["Row.Fold"] : error.ErrorMessage)));
            if (details is null)
            {
                continue;
            }

            if (rows.TryAdd((site.Id, details.MeetingNumber), number))
            {
                meetings.Add((site.Id, details));
            }
            else
            {
                file.Problems.Add(new MeetingProblem(
                    number,
                    nameof(input.MeetingNumber),
                    texts["Row.Number.Twice", rows[(site.Id, details.MeetingNumber)]]));
            }
        }

        return meetings;
    }
}
