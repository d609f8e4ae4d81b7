using AssistPortal.Assist;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>Accepts or declines an assignment, for the producer who has it.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/orders/{number}")]
public sealed class AssignmentRepliesController(
    OwnProducer own,
    AssignedOrderPages pages,
    AssignmentReplies replies,
    IValidator<AssignmentReplyInput> validator,
    IStringLocalizer<ProducersTexts> texts) : Controller
{
    [HttpPost("accept")]
    public Task<IActionResult> Accept(
        string number, AssignmentReplyInput input, CancellationToken cancellationToken) => ReplyAsync(
            number, input, seen => replies.AcceptAsync(seen, User.UserId(), cancellationToken), cancellationToken);

    [HttpPost("decline")]
    public async Task<IActionResult> Decline(
        string number, AssignmentReplyInput input, CancellationToken cancellationToken)
    {
        this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        return await ReplyAsync(
            number,
            input,
            seen => replies.DeclineAsync(seen, Tolerant.Text(input.Reason), User.UserId(), cancellationToken),
            cancellationToken);
    }

    private async Task<IActionResult> ReplyAsync(
        string number,
        AssignmentReplyInput input,
        Func<SeenAssignment, Task<ReplyOutcome>> reply,
        CancellationToken cancellationToken)
    {
        if (await own.FindAsync(User, cancellationToken) is not { } producer)
        {
            return NotFound();
        }

        if (await pages.FindAsync(producer, number, cancellationToken) is not { } page)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain("Order", page with { Input = input });
        }

        // Without the page's form, what is there now counts as seen.
        var seen = new SeenAssignment(
            page.Page.Order.Id,
            producer.Id,
            Guid.TryParse(Tolerant.Code(input.Assignment), out var id) ? id : page.Live?.ReservationId ?? Guid.Empty,
            Tolerant.Number(input.Version) ?? page.Answer?.Version ?? 0);
        var outcome = await reply(seen);

        // The route may bring the number in characters that no address holds.
        var requestNumber = $"{page.Page.Order.RequestNumber}";
        switch (outcome)
        {
            case ReplyOutcome.Accepted:
            case ReplyOutcome.Declined:
                return this.Saved($"/producer/orders/{requestNumber}", texts[$"Answer.Done.{outcome}"]);
            case ReplyOutcome.Covered:
                return this.Saved("/producer", texts["Answer.Done.Covered", requestNumber]);
        }

        var now = await pages.FindAsync(producer, number, cancellationToken);
        if (now is null || (now.Live is null && now.Page.Phase == OrderPhase.Coming))
        {
            return Gone();
        }

        // What was typed was said of another time.
        var again = outcome == ReplyOutcome.AnsweredMeanwhile ? input.Reason : null;
        return this.Changed("Order", now with
        {
            Refusal = texts[$"Answer.Refused.{(now.CanAnswer ? outcome : ReplyOutcome.TooLate)}"],
            Input = new AssignmentReplyInput { Reason = again },
        });
    }

    /// <summary>The same for an order that never was the producer's: it tells nothing of it.</summary>
    private LocalRedirectResult Gone() => this.NotDone("/producer", texts["Answer.Gone"]);
}
