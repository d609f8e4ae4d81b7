using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Desk;

/// <summary>The saved views of the list of orders. Nobody sees or changes those of others.</summary>
public sealed class OrderViews(PortalDbContext db)
{
    /// <summary>Somebody's views by name.</summary>
    public async Task<IReadOnlyList<OrderView>> OfAsync(Guid userId, CancellationToken cancellationToken) =>
    [
        .. (await Of(userId).AsNoTracking().ToListAsync(cancellationToken))
            .OrderBy(view => view.Name, StringComparer.CurrentCulture),
    ];

    /// <summary>Saves a view. Saving the same one twice is saving it once.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="name">Its name, proven.</param>
    /// <param name="query">What it shows.</param>
    /// <param name="mayReplace">Whether one of that name may show something else from now on.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public Task<ViewOutcome> SaveAsync(
        Guid userId, string name, string query, bool mayReplace, CancellationToken cancellationToken) =>
        InTransactionAsync(
            async cancellationToken =>
            {
                var views = await Of(userId).ToListAsync(cancellationToken);
                var same = views.Find(view => view.NameKey == OrderView.KeyOf(name));
                switch (same)
                {
                    case null when views.Count >= OrderView.MostEach:
                        return ViewOutcome.TooMany;
                    case null:
                        db.Add(OrderView.Save(userId, name, query));
                        return ViewOutcome.Saved;
                    case { } view when view.Query == query:
                        view.Rename(name);
                        return ViewOutcome.Saved;
                    case not null when !mayReplace:
                        return ViewOutcome.NameTaken;
                    default:
                        same.Rename(name);
                        same.Show(query);
                        return ViewOutcome.Replaced;
                }
            },
            cancellationToken);

    /// <summary>Gives a view another name.</summary>
    public Task<ViewOutcome> RenameAsync(Guid userId, Guid id, string name, CancellationToken cancellationToken) =>
        InTransactionAsync(
            async cancellationToken =>
            {
                var views = await Of(userId).ToListAsync(cancellationToken);
                if (views.Find(view => view.Id == id) is not { } view)
                {
                    return ViewOutcome.Gone;
                }

                if (views.Exists(other => other.Id != id && other.NameKey == OrderView.KeyOf(name)))
                {
                    return ViewOutcome.NameTaken;
                }

                view.Rename(name);
                return ViewOutcome.Saved;
            },
            cancellationToken);

    /// <summary>Deletes a view and answers with what it was; null where it is not there, or not theirs.</summary>
    public async Task<OrderView?> DeleteAsync(Guid userId, Guid id, CancellationToken cancellationToken) =>
        await Of(userId).AsNoTracking().SingleOrDefaultAsync(view => view.Id == id, cancellationToken) is { } view
            && await Of(userId).Where(item => item.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? view
            : null;

    private IQueryable<OrderView> Of(Guid userId) => db.Set<OrderView>().Where(view => view.UserId == userId);

    private Task<ViewOutcome> InTransactionAsync(
        Func<CancellationToken, Task<ViewOutcome>> work, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var outcome = await work(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: outcome is ViewOutcome.Saved or ViewOutcome.Replaced, outcome);
            },
            cancellationToken);
}
