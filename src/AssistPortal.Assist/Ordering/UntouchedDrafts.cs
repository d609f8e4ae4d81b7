using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

public static class UntouchedDrafts
{
    /// <summary>One in which nothing was typed and nothing filled in; null where there is none.</summary>
    public static async Task<Guid?> FindEmptyAsync(
        this IQueryable<OrderDraft> drafts, CancellationToken cancellationToken)
    {
        var begun = await drafts
            .Where(draft => EF.Property<Instant?>(draft, "start") == null
                && draft.Lookup == null
                && draft.Event == null)
            .Select(draft => new { draft.Id, draft.Unfinished })
            .ToListAsync(cancellationToken);
        return begun.Find(draft => draft.Unfinished.Count == 0)?.Id;
    }
}
