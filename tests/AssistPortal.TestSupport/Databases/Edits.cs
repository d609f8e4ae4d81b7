using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.TestSupport.Databases;

public static class Edits
{
    /// <summary>Changes some entities as the portal does: what is kept of them in memory is read again.</summary>
    public static async Task<int> EditAsync<T>(this PortalDbContext db, IQueryable<T> which, Action<T> change)
        where T : class
    {
        await which.ForEachAsync(change);
        return await db.SaveChangesAsync();
    }
}
