using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Gives an order another producer: those who can, and why the others can't.</summary>
[Route("staff/orders/{number}/producer")]
public sealed class AssignController(
    StaffOrders orders, ProducerAssignments assignments, IStringLocalizer<StaffOrdersTexts> texts) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Choose(CancellationToken cancellationToken) =>
        View("Assign", await PageAsync(new AssignInput { Version = $"{Order.Version}" }, hasChanged: false, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Assign(AssignInput input, CancellationToken cancellationToken)
    {
        if (Tolerant.Number(input.ProducerId) is not { } producerId)
        {
            ModelState.AddModelError(nameof(input.ProducerId), texts["Assign.Error"]);
        }
        else if (Tolerant.Text(input.Reason).Length > StaffOrderPage.ReasonLength)
        {
            ModelState.AddModelError(nameof(input.Reason), texts["Reason.TooLong", StaffOrderPage.ReasonLength]);
        }
        else
        {
            var reason = Tolerant.Text(input.Reason);
            var outcome = await assignments.AssignAsync(
                Order.Id, producerId, Tolerant.Number(input.Version) ?? Order.Version, User.UserId(),
                reason.Length == 0 ? null : reason, cancellationToken);
            switch (outcome)
            {
                case AssignOutcome.Assigned:
                    return Done(texts["Assign.Done"]);
                case AssignOutcome.Changed:
                    return await ChangedAsync("Assign", async now =>
                    {
                        input.Version = $"{now.Order.Version}";
                        return await PageAsync(input, hasChanged: true, cancellationToken);
                    });
                default:
                    ModelState.AddModelError(nameof(input.ProducerId), texts[outcome == AssignOutcome.Taken ? "Assign.Taken" : "Assign.NotAble"]);
                    break;
            }
        }

        return this.FormAgain("Assign", await PageAsync(input, hasChanged: false, cancellationToken));
    }

    private async Task<AssignPage> PageAsync(AssignInput input, bool hasChanged, CancellationToken cancellationToken) =>
        new(Whole, input, await assignments.CandidatesAsync(Order, cancellationToken), hasChanged);
}

/// <summary>Who could have the order.</summary>
public sealed record AssignPage(WholeOrder Whole, AssignInput Input, IReadOnlyList<ProducerCandidate> Candidates, bool HasChanged)
    : StaffActPage(Whole, HasChanged);
