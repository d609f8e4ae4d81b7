using System.Globalization;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Who works when and what takes their time: producers by day or by week.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/schedule")]
public sealed class ScheduleController(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    ScheduleModelBuilder builder,
    TakeOvers takeOvers,
    ReaderTimes times,
    IValidator<ScheduleInput> validator,
    IClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] ScheduleInput input, CancellationToken cancellationToken)
    {
        await using var connection = await OpenConnection.OfAsync(db, cancellationToken);
        var packages = await PackagesAsync(cancellationToken);
        var zone = Tolerant.Zone(input.Zone) ?? await times.ZoneOfAsync(User, cancellationToken);
        var isValid = this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        var date = (isValid ? Tolerant.Date(input.Date) : null) ?? clock.GetCurrentInstant().InZone(zone).Date;
        if (isValid)
        {
            (input.Date, input.Zone) = (FieldPatterns.Date.Format(date), zone.Id);
        }

        var page = new SchedulePage
        {
            Input = input,
            Zone = zone,
            Date = date,
            Packages = [.. packages.Select(package => new SelectListItem(package.Name, package.Code))],
        };
        return isValid
            ? View("Schedule", page with
            {
                Schedule = await BuildAsync(page, packages, cancellationToken),
                Picked = await PickedAsync(input, cancellationToken),
            })
            : this.FormAgain("Schedule", page);
    }

    private async Task<TakeOver?> PickedAsync(ScheduleInput input, CancellationToken cancellationToken) =>
        RequestNumber.TryParse(input.Order, out var number)
            ? await takeOvers.FindAsync(
                number.Value, Guid.TryParse(input.Session, out var session) ? session : null, cancellationToken)
            : null;

    private Task<ScheduleModel> BuildAsync(
        SchedulePage page, IReadOnlyList<PackageName> packages, CancellationToken cancellationToken)
    {
        var code = Tolerant.Code(page.Input.Package);
        var wanted = new BoardQuestion(
            default,
            Tolerant.Text(page.Input.Q),
            code.Length == 0
                ? null
                : packages.FirstOrDefault(package => package.Code == code)?.Id ?? PackageName.Unknown,
            Tolerant.Number(page.Input.Page) ?? 1);
        var monday = page.Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        return builder.BuildAsync(
            page.Input.IsWeek ? [.. Enumerable.Range(0, 7).Select(monday.PlusDays)] : [page.Date],
            page.Zone,
            wanted,
            packages.ToDictionary(package => package.Id, package => package.Name),
            cancellationToken);
    }

    private async Task<IReadOnlyList<PackageName>> PackagesAsync(CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return [.. known.Packages.Select(package => new PackageName(
            package.Id, package.Code, package.Texts.In(CultureInfo.CurrentUICulture).Name))];
    }

    private sealed record PackageName(int Id, string Code, string Name)
    {
        /// <summary>Key of no package: nobody is qualified for it.</summary>
        public const int Unknown = 0;
    }
}
