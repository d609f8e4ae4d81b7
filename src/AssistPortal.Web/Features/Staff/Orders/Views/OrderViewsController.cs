using AssistPortal.Assist.Desk;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Views;

/// <summary>
/// Views of the list of orders that somebody of the desk saves for themselves: a name for a filter and its sorting.
/// </summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/views")]
public sealed class OrderViewsController(
    OrderViews views,
    OrderViewPages pages,
    IValidator<SaveViewInput> names,
    IValidator<OrderListInput> filters,
    IStringLocalizer<StaffOrderViewsTexts> texts) : Controller
{
    private const string Page = "Views";

    /// <param name="rename">The view whose name is to be changed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] Guid? rename, CancellationToken cancellationToken)
    {
        var page = await pages.OfAsync(User, filter: null, cancellationToken);
        var view = page.Find(rename);
        return View(Page, page with
        {
            Renamed = view,
            Save = new SaveViewInput { Name = view?.Name },
            Notice = TempData["Notice"] as string,
        });
    }

    /// <summary>Saves the filter that is sent along. One of the same name is replaced once that is said.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(
        SaveViewInput input, OrderListInput filter, CancellationToken cancellationToken)
    {
        var query = ViewQuery.Of(filter);
        if (!(await filters.ValidateAsync(filter, cancellationToken)).IsValid || query.Length > OrderView.QueryLength)
        {
            return BadRequest();
        }

        if (!this.Accepts(names.Validate(input)))
        {
            return this.FormAgain(Page, await PageAsync(input, filter, cancellationToken));
        }

        var name = Tolerant.Text(input.Name);
        var mayReplace = input.Replace is { } asked && OrderView.KeyOf(asked) == OrderView.KeyOf(name);
        var outcome = await views.SaveAsync(User.UserId(), name, query, mayReplace, cancellationToken);
        return outcome switch
        {
            ViewOutcome.Saved => this.Saved(AddressOf(query), texts["Saved", name]),
            ViewOutcome.Replaced => this.Saved(AddressOf(query), texts["Replaced", name]),
            ViewOutcome.TooMany => await RefusedAsync(texts["TooMany", OrderView.MostEach]),
            _ => await RefusedAsync(texts["Name.Taken.Replace", name]),
        };

        async Task<IActionResult> RefusedAsync(string reason) => this.Refused(
            Page,
            await PageAsync(input, filter, cancellationToken) with
            {
                MayReplace = outcome == ViewOutcome.NameTaken,
            },
            nameof(input.Name),
            reason);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Rename(Guid id, SaveViewInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, filter: null, cancellationToken);
        if (page.Find(id) is not { } view)
        {
            return NotFound();
        }

        page = page with { Renamed = view };
        if (!this.Accepts(names.Validate(input)))
        {
            return this.FormAgain(Page, page);
        }

        var name = Tolerant.Text(input.Name);
        return await views.RenameAsync(User.UserId(), id, name, cancellationToken) switch
        {
            ViewOutcome.Saved => this.Saved("/staff/orders/views", texts["Renamed", name]),
            ViewOutcome.NameTaken => this.Refused(Page, page, nameof(input.Name), texts["Name.Taken", name]),
            _ => NotFound(),
        };
    }

    /// <summary>Deletes a view. The list shows what it showed, so that it can be saved again.</summary>
    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken) =>
        await views.DeleteAsync(User.UserId(), id, cancellationToken) is { } view
            ? this.Saved(AddressOf(view.Query), texts["Deleted", view.Name])
            : NotFound();

    private static string AddressOf(string query) => $"{OrderListPage.Path}?{query}";

    private async Task<OrderViewsPage> PageAsync(
        SaveViewInput input, OrderListInput? filter, CancellationToken cancellationToken) =>
        await pages.OfAsync(User, filter, cancellationToken) with { Save = input };
}
