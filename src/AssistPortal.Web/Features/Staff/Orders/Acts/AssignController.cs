using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Gives an order another producer: those who can, and why the others can't.</summary>
[Route("staff/orders/{number}/producer")]
public sealed class AssignController(
    OrderReader orders,
    ProducerAssignments assignments,
    IValidator<AssignInput> validator,
    SessionWords words,
    IStringLocalizer<StaffOrderActsTexts> texts,
    IClock clock) : StaffActController(orders)
{
    /// <param name="producerId">Who is chosen beforehand; nobody where it is missing.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpGet("")]
    public async Task<IActionResult> Choose([FromQuery] string? producerId, CancellationToken cancellationToken)
    {
        if (Order.PhaseAt(clock.GetCurrentInstant()) != OrderPhase.Coming)
        {
            return LocalRedirect(Path);
        }

        var input = new AssignInput { Version = $"{Order.Version}", ProducerId = producerId };
        return View("Assign", await PageAsync(input, hasChanged: false, cancellationToken));
    }

    [HttpPost("")]
    public async Task<IActionResult> Assign(AssignInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Assign", await PageAsync(input, hasChanged: false, cancellationToken));
        }

        var reason = Tolerant.Text(input.Reason);
        var answer = await assignments.AssignAsync(
            new SeenTime(new AssignedKey(Order.Id, SessionId: null), Tolerant.Number(input.Version) ?? Order.Version),
            Tolerant.Number(input.ProducerId)!.Value,
            [.. input.Session.Select(typed => AssignInput.Read(Order.Id, typed)).OfType<SeenTime>()],
            User.UserId(),
            reason.Length == 0 ? null : reason,
            input.Words(),
            cancellationToken);
        return answer.Outcome switch
        {
            AssignOutcome.Assigned => Done(answer.Kept.Count == 0
                ? texts["Assign.Done"]
                : texts["Assign.Done.Kept", Whole.Producer.Name, words.Together(answer.Kept.Select(words.Of))]),
            AssignOutcome.Changed => await ChangedAsync("Assign", async now =>
            {
                input.Version = $"{now.Order.Version}";
                return await PageAsync(input, hasChanged: true, cancellationToken);
            }),
            _ => this.Refused(
                "Assign",
                await PageAsync(input, hasChanged: false, cancellationToken),
                nameof(input.ProducerId),
                texts[answer.Outcome == AssignOutcome.Taken ? "Assign.Taken" : "Assign.NotAble"]),
        };
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
