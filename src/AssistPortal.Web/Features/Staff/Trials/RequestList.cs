using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Paging;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Reads the queue a page at once: open requests oldest first, answered ones latest first.</summary>
public sealed class RequestList(PortalDbContext db)
{
    public const int PageSize = 50;

    /// <param name="input">Which requests, and where the page begins.</param>
    /// <param name="userId">Who looks.</param>
    /// <param name="time">Tells moments in their zone.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<RequestListPage> ReadAsync(
        RequestListInput input, Guid userId, OwnTime time, CancellationToken cancellationToken)
    {
        var isAnswered = Tolerant.Code(input.Show) == RequestListPage.Answered;
        var requests = Find(input, userId);
        if (MomentKey.Read(Tolerant.Code(input.After)) is { } place)
        {
            requests = requests.Beyond(row => row.AskedAt, row => row.Id, !isAnswered, place.Moment, place.Id);
        }

        var found = await requests
            .SortedBy(row => row.AskedAt, row => row.Id, !isAnswered)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new RequestListPage
        {
            Input = input,
            Rows = await RowsAsync([.. found.Take(PageSize)], cancellationToken),
            HasMore = found.Count > PageSize,
            Time = time,
        };
    }

    private IQueryable<HelpDeskRequest> Find(RequestListInput input, Guid userId)
    {
        var show = Tolerant.Code(input.Show);
        var state = show == RequestListPage.Answered ? HelpDeskRequestState.Answered : HelpDeskRequestState.Open;
        var requests = db.Set<HelpDeskRequest>().AsNoTracking().Where(request => request.State == state);
        requests = show switch
        {
            RequestListPage.Mine => requests.Where(request => request.TakenBy == userId),
            RequestListPage.Untaken => requests.Where(request => request.TakenBy == null),
            _ => requests,
        };
        return KindOf(input) is { } kind ? requests.Where(request => request.Kind == kind) : requests;
    }

    /// <summary>The kind that the address names; null for all.</summary>
    public static HelpDeskRequestKind? KindOf(RequestListInput input) =>
        Enum.GetValues<HelpDeskRequestKind>()
            .Select(kind => (HelpDeskRequestKind?)kind)
            .FirstOrDefault(kind => StateKey.Of(kind!.Value) == Tolerant.Code(input.Kind));

    private async Task<IReadOnlyList<RequestRow>> RowsAsync(
        IReadOnlyList<HelpDeskRequest> requests, CancellationToken cancellationToken)
    {
        List<Guid> trials = [.. requests.Select(request => request.TrialId).OfType<Guid>().Distinct()];
        List<Guid> takers = [.. requests.Select(request => request.TakenBy).OfType<Guid>().Distinct()];
        var companies = await db.Set<Trial>()
            .Where(trial => trials.Contains(trial.Id))
            .Select(trial => new { trial.Id, trial.Company })
            .ToDictionaryAsync(trial => trial.Id, trial => trial.Company, cancellationToken);
        var people = await db.Users
            .Where(user => takers.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName })
            .ToDictionaryAsync(user => user.Id, user => Wording.Name(user.FirstName, user.LastName), cancellationToken);
        return
        [
            .. requests.Select(request => new RequestRow(
                request,
                request.TrialId is { } trialId ? companies.GetValueOrDefault(trialId) : null,
                request.TakenBy is { } taker ? people.GetValueOrDefault(taker) : null)),
        ];
    }
}
