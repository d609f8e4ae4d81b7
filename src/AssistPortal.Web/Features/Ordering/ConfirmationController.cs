using AssistPortal.Assist.Ordering;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Facts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 4: the placed order. Before it is placed, the last step that may be entered.</summary>
[Authorize(Roles = DraftRoles.All)]
[Route(StepPaths.Order + "/confirmation")]
public sealed class ConfirmationController(PortalDbContext db, OrderPages orders) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid draft, CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        if (await orders.FindByDraftAsync(userId, draft, cancellationToken) is { } order)
        {
            return DraftRoles.Allow(User, order.IsForStaff) ? View("Confirmation", order) : NotFound();
        }

        var isDraft = await db.Set<OrderDraft>()
            .AnyAsync(item => item.Id == draft && item.OpenedById == userId, cancellationToken);
        return isDraft ? LocalRedirect($"/assist/order/{draft}/continue") : NotFound();
    }
}
