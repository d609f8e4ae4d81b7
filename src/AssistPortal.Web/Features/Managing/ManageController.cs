using AssistPortal.Assist.Access;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Update/Cancel Assist Services: the search for an order, for people without an account.</summary>
[AllowAnonymous]
[Route(ManagePaths.Start)]
public sealed class ManageController(
    OrderLookup lookup,
    OrderAccess access,
    CarriedForms carriedForms,
    IValidator<LookupInput> validator,
    IStringLocalizer<ManagingTexts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Start([FromQuery] string? number)
    {
        ViewData["AccessNeeded"] = number is not null;
        return View("Search", new LookupInput { RequestNumber = number });
    }

    [HttpPost("")]
    public async Task<IActionResult> Search(LookupInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken))
            || !RequestNumber.TryParse(input.RequestNumber, out var number))
        {
            return this.FormAgain("Search", input);
        }

        var client = HttpContext.Connection.RemoteIpAddress;
        switch (await lookup.FindAsync(number.Value, Tolerant.Email(input.Email), client, cancellationToken))
        {
            case LookupAnswer.Found found:
                access.Grant(HttpContext, number.Value, found.Stamp, found.Visitor);
                return carriedForms.Open(input.Carried) is { } carried && NumberIn(carried.Action) == number
                    ? View("AccessAgain", carried)
                    : LocalRedirect(ManagePaths.Of(number.Value, "availability"));
            case LookupAnswer.TooMany tooMany:
                return this.TooMany(
                    "Search",
                    input,
                    nameof(input.RequestNumber),
                    tooMany.Wait,
                    time => texts["Search.TooMany", time]);
            default:
                ModelState.AddModelError(nameof(input.RequestNumber), texts["Search.NotFound"]);
                return this.FormAgain("Search", input);
        }
    }

    /// <summary>Where a form arrives that was posted after access had ended: the search, with the form in it.</summary>
    [HttpPost("access-ended")]
    public async Task<IActionResult> AccessEnded([FromQuery] string? returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl) || !CarriedForms.IsOwnForm(Request))
        {
            return LocalRedirect($"/{ManagePaths.Start}");
        }

        var form = CarriedForms.Read(returnUrl, await Request.ReadFormAsync());
        ModelState.Clear();
        return View(
            "Search",
            new LookupInput { RequestNumber = NumberIn(returnUrl)?.ToString(), Carried = carriedForms.Protect(form) });
    }

    /// <summary>The order that an address is of; null where it is of none.</summary>
    private static RequestNumber? NumberIn(string address) => address.Split('/', '?')
        .Select(part => RequestNumber.TryParse(part, out var number) ? number : null)
        .FirstOrDefault(number => number is not null);
}
