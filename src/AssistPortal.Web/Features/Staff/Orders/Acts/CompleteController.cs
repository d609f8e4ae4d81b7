using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Further;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Marks an order as completed, with its report, once the coordinator has seen what that does; or corrects the report.
/// </summary>
[Route("staff/orders/{number}/complete")]
public sealed class CompleteController(
    PortalDbContext db,
    OrderReader orders,
    OrderCompletion completion,
    Assist.Invoicing.Invoices invoices,
    IValidator<CompleteInput> validator,
    FurtherReader furtherLines,
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
        var input = new CompleteInput
        {
            Registered = report?.Registered?.ToString(CultureInfo.InvariantCulture),
            Attended = report?.Attended?.ToString(CultureInfo.InvariantCulture),
            Recordings = string.Join('\n', recordings),
        };
        var former = await invoices.FormerLinesAsync(Order.Id, cancellationToken);
        input.Further.AddRange(FurtherLineInput.Of(former, Order.Currency));
        return View("Complete", Page(input));
    }

    [HttpPost("")]
    public async Task<IActionResult> Complete(CompleteInput input, CancellationToken cancellationToken)
    {
        var isNew = Order.CanCompleteAt(clock.GetCurrentInstant());
        var further = isNew ? furtherLines.Read(input.Further, Order.Currency, ModelState) : [];
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Complete", Page(input, Tolerant.Number(input.Version)));
        }

        if (Tolerant.Number(input.Version) is { } version && version != Order.Version)
        {
            return await ChangedAsync(input);
        }

        var report = new PostEventReport(
            Tolerant.Number(input.Registered),
            Tolerant.Number(input.Attended),
            [.. CompleteValidator.LinesOf(input.Recordings).Select(line => new Uri(line))]);
        var preview = isNew ? await PreviewAsync(report, input, further, cancellationToken) : null;
        if (preview?.Total.Minor < 0)
        {
            furtherLines.RefuseTotal(input.Further, ModelState);
            return this.FormAgain("Complete", Page(input));
        }

        if (preview is not null && preview.Seen != input.Seen)
        {
            return Look(input, preview);
        }

        var outcome = await completion.CompleteAsync(
            new SeenCompletion(Order.Id, Order.Version, preview?.Total.Minor, further),
            report,
            input.Words(),
            User.UserId(),
            cancellationToken);
        return outcome switch
        {
            DeskOutcome.Done => Done(texts[preview is null ? "Complete.Corrected" : "Complete.Done"]),
            DeskOutcome.NothingDiffers => Nothing(input),
            DeskOutcome.OtherTotal => Look(input, await PreviewAsync(report, input, further, cancellationToken)),
            _ => await ChangedAsync(input),
        };
    }

    private async Task<CompletionPreview> PreviewAsync(
        PostEventReport report,
        CompleteInput input,
        IReadOnlyList<FurtherLine> further,
        CancellationToken cancellationToken) =>
        new(Order, report, input.Words(), await invoices.ForecastAsync(Order, further, cancellationToken));

    /// <summary>The form with what would come of it; whoever sends it again agrees to that.</summary>
    private ViewResult Look(CompleteInput input, CompletionPreview preview)
    {
        var isOther = !string.IsNullOrEmpty(input.Seen);
        input.Seen = preview.Seen;
        return View("Complete", Page(input) with { Preview = preview, IsOtherThanSeen = isOther });
    }

    private Task<IActionResult> ChangedAsync(CompleteInput input) =>
        ChangedAsync("Complete", now => Task.FromResult<object>(Page(input) with { HasChanged = true }));

    /// <summary>Nobody is told that nothing is different, and what is said needs a mail of its own.</summary>
    private IActionResult Nothing(CompleteInput input) => input.Words() is null
        ? Done(texts["Complete.Nothing"])
        : this.Refused(
            "Complete", Page(input), nameof(input.MessageToCustomer), texts["Complete.Nothing.Message"]);

    private bool IsPossible => Order.State == OrderState.Completed || Order.CanCompleteAt(clock.GetCurrentInstant());

    private CompletePage Page(CompleteInput input, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        return new CompletePage(Whole, input, IsPossible, HasChanged: false);
    }
}
