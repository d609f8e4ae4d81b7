using AssistPortal.Assist.Jobs;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Takes what is chosen in the list of orders to the page that asks how it is to be done.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/jobs")]
public sealed class ChoiceController(
    ChosenOrders orders,
    OrderList list,
    OrderCsv csv,
    OrderJobs jobs,
    ReaderTimes times,
    IValidator<OrderListInput> filters,
    IStringLocalizer<StaffJobTexts> texts) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Choose(
        ChoiceInput choice, OrderListInput filter, CancellationToken cancellationToken)
    {
        if (!(await filters.ValidateAsync(filter, cancellationToken)).IsValid
            || !Enum.TryParse<OrderJobAct>(Tolerant.Code(choice.Act), ignoreCase: true, out var act)
            || !Enum.IsDefined(act))
        {
            return BadRequest();
        }

        var reader = await ReaderAsync(cancellationToken);
        var chosen = await orders.ReadAsync(choice, filter, reader, cancellationToken);
        return chosen.Count == 0
            ? this.NotDone(OrderListPage.AddressOfPage(filter), texts["Choose.None"])
            : LocalRedirect($"/staff/jobs/{await jobs.ChooseAsync(act, chosen, User.UserId(), cancellationToken)}/act");
    }

    /// <summary>What is chosen, as a file; it needs no forecast, since nothing changes.</summary>
    [HttpPost("~/staff/orders/export")]
    public async Task<IActionResult> Export(
        ChoiceInput choice, OrderListInput filter, CancellationToken cancellationToken)
    {
        if (!(await filters.ValidateAsync(filter, cancellationToken)).IsValid)
        {
            return BadRequest();
        }

        var reader = await ReaderAsync(cancellationToken);
        if (choice.IsWholeView)
        {
            return await csv.WriteAsync(filter, reader, HttpContext.RequestAborted);
        }

        var chosen = await list.OfAsync(
            await orders.ReadAsync(choice, filter, reader, cancellationToken), cancellationToken);
        return chosen.Count == 0
            ? this.NotDone(OrderListPage.AddressOfPage(filter), texts["Choose.None"])
            : await csv.WriteAsync(chosen.ToAsyncEnumerable(), HttpContext.RequestAborted);
    }

    private async Task<ListReader> ReaderAsync(CancellationToken cancellationToken) =>
        new(User.UserId(), await times.ZoneOfAsync(User, cancellationToken));
}
