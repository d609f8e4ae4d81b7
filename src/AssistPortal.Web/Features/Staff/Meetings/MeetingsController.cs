using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The meetings of the portal's own directory: list and export.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/meetings")]
public sealed class MeetingsController(
    PortalDbContext db, MeetingList list, IValidator<MeetingListInput> validator) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] MeetingListInput input, CancellationToken cancellationToken)
    {
        var isValid = this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        if (isValid)
        {
            input.From = FieldPatterns.Date.Format(list.From(input));
        }

        var page = new MeetingListPage
        {
            Input = input,
            Sites = await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken),
            Notice = TempData["Notice"] as string,
        };
        return isValid
            ? View("Meetings", page with { List = await list.ReadAsync(input, cancellationToken) })
            : this.FormAgain("Meetings", page);
    }

    /// <summary>All meetings of the filter, sent while they are read.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] MeetingListInput input, CancellationToken cancellationToken) =>
        (await validator.ValidateAsync(input, cancellationToken)).IsValid
            ? MeetingCsv.Write("meetings.csv", list.ReadAllAsync(input, HttpContext.RequestAborted))
            : BadRequest();

    /// <summary>The columns alone, to be filled in.</summary>
    [HttpGet("template")]
    public IActionResult Template() => MeetingCsv.Write("meetings-template.csv", AsyncEnumerable.Empty<FoundMeeting>());
}
