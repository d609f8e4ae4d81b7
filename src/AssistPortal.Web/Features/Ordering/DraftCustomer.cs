using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>For whom a coordinator orders.</summary>
/// <param name="Name">The host's name; null where the order will belong to the site alone.</param>
/// <param name="Email">The host's address; empty without a host.</param>
public sealed record DraftCustomer(string? Name, string Email)
{
    /// <summary>Null where a host orders.</summary>
    internal static async Task<DraftCustomer?> OfAsync(
        PortalDbContext db, OrderDraft draft, CancellationToken cancellationToken)
    {
        if (draft is not { IsByStaff: true, HostUserId: { } hostId })
        {
            return draft.IsByStaff ? new DraftCustomer(null, "") : null;
        }

        var host = await db.Users
            .Where(user => user.Id == hostId)
            .Select(user => new { user.FirstName, user.LastName, user.Email })
            .SingleAsync(cancellationToken);
        return new DraftCustomer(Wording.Name(host.FirstName, host.LastName), host.Email ?? "");
    }
}
