using System.Globalization;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Marks an order as completed, with its report; or corrects the report.</summary>
[Route("staff/orders/{number}/complete")]
public sealed class CompleteController(
    PortalDbContext db,
    OrderReader orders,
    OrderCompletion completion,
    IValidator<CompleteInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken)
    {
        if (!IsPossible)
        {
            return LocalRedirect(Path);
        }

        var report = await db.Set<OrderReport>()
            .AsNoTracking()
            .SingleOrDefaultAsync(item => item.OrderId == Order.Id, cancellationToken);
        var recordings = await db.Set<OrderRecording>()
            .Where(recording => recording.OrderId == Order.Id)
            .OrderBy(recording => recording.Position)
            .Select(recording => recording.Address)
            .ToListAsync(cancellationToken);
        return View("Complete", Page(new CompleteInput
        {
            Registered = report?.Registered?.ToString(CultureInfo.InvariantCulture),
            Attended = report?.Attended?.ToString(CultureInfo.InvariantCulture),
            Recordings = string.Join('\n', recordings),
        }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Complete(CompleteInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Complete", Page(input, Tolerant.Number(input.Version)));
        }

        var report = new PostEventReport(
            Tolerant.Number(input.Registered),
            Tolerant.Number(input.Attended),
            [.. CompleteValidator.LinesOf(input.Recordings).Select(line => new Uri(line))]);
        var wasCompleted = Order.State == OrderState.Completed;
        var outcome = await completion.CompleteAsync(
            Order.Id,
            Tolerant.Number(input.Version) ?? Order.Version,
            report,
            input.Words(),
            User.UserId(),
            cancellationToken);
        return outcome == DeskOutcome.Done
            ? Done(texts[wasCompleted ? "Complete.Corrected" : "Complete.Done"])
            : await ChangedAsync("Complete", now => Task.FromResult<object>(Page(input) with { HasChanged = true }));
    }

    private bool IsPossible => Order.State == OrderState.Completed || Order.CanCompleteAt(clock.GetCurrentInstant());

    private CompletePage Page(CompleteInput input, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        return new CompletePage(Whole, input, IsPossible, HasChanged: false);
    }
}
