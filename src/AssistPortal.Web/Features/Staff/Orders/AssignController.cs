using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Gives an order another producer: those who can, and why the others can't.</summary>
[Route("staff/orders/{number}/producer")]
public sealed class AssignController(
    StaffOrders orders, ProducerAssignments assignments, SessionWords words, IStringLocalizer<StaffOrdersTexts> texts,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Choose(CancellationToken cancellationToken)
    {
        if (Order.PhaseAt(clock.GetCurrentInstant()) != OrderPhase.Coming)
        {
            return LocalRedirect(Path);
        }

        return View("Assign", await PageAsync(new AssignInput { Version = $"{Order.Version}" }, hasChanged: false, cancellationToken));
    }

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
            var answer = await assignments.AssignAsync(
                new SeenTime(new AssignedKey(Order.Id, SessionId: null), Tolerant.Number(input.Version) ?? Order.Version),
                producerId,
                [.. input.Session.Select(typed => AssignInput.Read(Order.Id, typed)).OfType<SeenTime>()],
                User.UserId(),
                reason.Length == 0 ? null : reason,
                cancellationToken);
            switch (answer.Outcome)
            {
                case AssignOutcome.Assigned:
                    return Done(answer.Kept.Count == 0
                        ? texts["Assign.Done"]
                        : texts["Assign.Done.Kept", Whole.Producer.Name, words.Together(answer.Kept.Select(words.Of))]);
                case AssignOutcome.Changed:
                    return await ChangedAsync("Assign", async now =>
                    {
                        input.Version = $"{now.Order.Version}";
                        return await PageAsync(input, hasChanged: true, cancellationToken);
                    });
                default:
                    ModelState.AddModelError(
                        nameof(input.ProducerId), texts[answer.Outcome == AssignOutcome.Taken ? "Assign.Taken" : "Assign.NotAble"]);
                    break;
            }
        }

        return this.FormAgain("Assign", await PageAsync(input, hasChanged: false, cancellationToken));
    }

    private async Task<AssignPage> PageAsync(AssignInput input, bool hasChanged, CancellationToken cancellationToken)
    {
        if (await assignments.ChoicesAsync(Order.Id, cancellationToken) is not var (candidates, sessions))
        {
            return new AssignPage(Whole, input, [], [], hasChanged) { IsPossible = false };
        }

        input.Tick(sessions.Select(choice => choice.Time));
        return new AssignPage(Whole, input, candidates, sessions, hasChanged);
    }
}

/// <summary>Who could have the order, and which of its sessions could go along.</summary>
public sealed record AssignPage(
    WholeOrder Whole, AssignInput Input, IReadOnlyList<ProducerCandidate> Candidates, IReadOnlyList<SessionChoice> Sessions, bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    /// <summary>Whether the order can still have another producer.</summary>
    public bool IsPossible { get; init; } = true;
}
