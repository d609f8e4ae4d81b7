using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Names who gets the report.</summary>
[Route("staff/orders/{number}/report-contact")]
public sealed class ReportContactController(
    OrderReader orders,
    OrderListPlace place,
    OrderDesk desk,
    IValidator<ReportContactInput> validator,
    IStringLocalizer<StaffOrderTexts> texts) : StaffActController(orders)
{
    private const string Question = "ReportContact";

    [HttpGet("")]
    public IActionResult Ask() => Whole.Package.HasReport && Order.State != OrderState.Cancelled
        ? View(Question, Page(new ReportContactInput { ReportEmail = Order.ReportEmail }))
        : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Name(ReportContactInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain(Question, Page(input, Tolerant.Number(input.Version)));
        }

        var outcome = await desk.SendReportToAsync(
            Order.Id,
            Tolerant.Number(input.Version) ?? Order.Version,
            Tolerant.Email(input.ReportEmail),
            User.UserId(),
            cancellationToken);
        return outcome == DeskOutcome.Done
            ? this.Saved(place.PathOf(Order.RequestNumber, Request), texts["ReportEmail.Saved"])
            : await ChangedAsync(Question, _ => Task.FromResult<object>(Page(input) with { HasChanged = true }));
    }

    private ReportContactPage Page(ReportContactInput input, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        return new ReportContactPage(Whole, input, HasChanged: false);
    }
}
