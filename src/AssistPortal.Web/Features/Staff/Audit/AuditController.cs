using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Who did what, and when.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/audit")]
public sealed class AuditController(
    AuditList list,
    AuditCsv csv,
    ReaderTimes times,
    IStringLocalizer<AuditTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] AuditListInput input, CancellationToken cancellationToken)
    {
        CheckDates(input);
        var time = await times.OfAsync(User, cancellationToken);
        var page = new AuditPage
        {
            Input = input,
            List = ModelState.IsValid
                ? await list.ReadAsync(input, time.TimeZone, User, cancellationToken)
                : new AuditListModel([], HasOlder: false),
            Time = time,
        };
        return ModelState.IsValid ? View("Audit", page) : this.FormAgain("Audit", page);
    }

    /// <summary>The whole of what the filter finds; the times of the entries in UTC.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] AuditListInput input, CancellationToken cancellationToken)
    {
        CheckDates(input);
        return ModelState.IsValid
            ? csv.Write(input, await times.OfAsync(User, cancellationToken), User, HttpContext.RequestAborted)
            : BadRequest();
    }

    private void CheckDates(AuditListInput input)
    {
        CheckDate(nameof(input.From), input.From);
        CheckDate(nameof(input.To), input.To);
    }

    private void CheckDate(string field, string? typed)
    {
        if (Tolerant.Code(typed).Length > 0 && Tolerant.Date(typed) is not { Year: < 9999 })
        {
            ModelState.AddModelError(field, shared.DateError(typed, texts["Date.Wrong"]));
        }
    }
}
