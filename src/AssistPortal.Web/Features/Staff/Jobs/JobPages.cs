using System.Security.Claims;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Reads the pages of jobs together.</summary>
public sealed class JobPages(
    PortalDbContext db, JobReader reader, ReaderTimes times, OrderListPlace place)
{
    private const int MostListed = 50;

    /// <summary>A job with a page of its lines.</summary>
    public async Task<JobPage> OfAsync(
        OrderJob job, JobLinesInput input, HttpContext http, CancellationToken cancellationToken)
    {
        var counts = (await reader.CountsAsync([job.Id], cancellationToken))[job.Id];
        var part = JobReader.Parts.FirstOrDefault(part => part == Tolerant.Code(input.Show)) ?? "";
        var page = new JobPage
        {
            Job = job,
            Counts = counts,
            Lines = [],
            Part = part,
            Number = 1,
            Fees = job.Act == OrderJobAct.Cancel ? await reader.FeesAsync(job, cancellationToken) : [],
            ByProducer = job.Act == OrderJobAct.Producer ? await reader.ProducersAsync(job, cancellationToken) : [],
            Producers = await db.Set<Producer>().ToDictionaryAsync(
                producer => producer.Id, producer => producer.Name, cancellationToken),
            People = new Dictionary<Guid, string>(),
            Sessions = new Dictionary<Guid, OrderSession>(),
            Time = await times.OfAsync(http.User, cancellationToken),
            Back = place.Last(http.Request),
        };
        var number = Math.Clamp(Tolerant.Number(input.Page) ?? 1, 1, page.Pages);
        var lines = await reader.LinesAsync(job.Id, part, number, cancellationToken);
        return page with
        {
            Number = number,
            Lines = lines,
            Sessions = await reader.SessionsAsync(lines, cancellationToken),
            People = await NamesAsync(
                [job.ActorId, .. new[] { job.OwnerId }.Concat(lines.Select(line => line.SeenOwnerId)).OfType<Guid>()],
                cancellationToken),
        };
    }

    /// <summary>The last jobs that have begun, and what one has not begun oneself.</summary>
    public async Task<JobListPage> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var readerId = user.UserId();
        var jobs = await db.Set<OrderJob>().AsNoTracking()
            .Where(job => job.BegunAt != null || job.ActorId == readerId)
            .OrderByDescending(job => job.CreatedAt)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        var counts = await reader.CountsAsync([.. jobs.Select(job => job.Id)], cancellationToken);
        return new JobListPage(
            [.. jobs.Select(job => (job, counts[job.Id]))],
            await NamesAsync([.. jobs.Select(job => job.ActorId)], cancellationToken),
            await times.OfAsync(user, cancellationToken));
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyList<Guid> users, CancellationToken cancellationToken)
    {
        var wanted = users.Distinct().ToList();
        return await db.Users
            .Where(user => wanted.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName, user.Email })
            .ToDictionaryAsync(
                user => user.Id,
                user => Wording.Name(user.FirstName, user.LastName) is { Length: > 0 } name ? name : user.Email ?? "",
                cancellationToken);
    }
}
