using System.Runtime.CompilerServices;
using AssistPortal.Web.Shared.Csv;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Who did what, and when.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/audit")]
public sealed class AuditController(AuditList list, StaffTimes times, IStringLocalizer<AuditTexts> texts) : Controller
{
    private static readonly string[] Columns = ["At", "Actor", "Action", "Subject", "SubjectId", "RequestNumber", "Details"];

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] AuditListInput input, CancellationToken cancellationToken)
    {
        CheckDate(nameof(input.From), input.From);
        CheckDate(nameof(input.To), input.To);
        var zone = await times.ZoneOfAsync(User, cancellationToken);
        var page = new AuditPage
        {
            Input = input,
            Picture = ModelState.IsValid ? await list.ReadAsync(input, zone, cancellationToken) : new AuditPicture([], HasOlder: false),
            Time = await times.OfAsync(User, cancellationToken),
        };
        return ModelState.IsValid ? View("Audit", page) : this.FormAgain("Audit", page);
    }

    /// <summary>The whole of what the filter finds; times in UTC.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] AuditListInput input, CancellationToken cancellationToken)
    {
        var zone = await times.ZoneOfAsync(User, cancellationToken);
        return new CsvResult("audit.csv", Columns, CellsAsync(input, zone, cancellationToken));
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> CellsAsync(
        AuditListInput input, DateTimeZone zone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in list.AllAsync(input, zone, cancellationToken))
        {
            var entry = row.Entry;
            yield return [entry.At, row.Actor?.Email ?? entry.ActorId?.ToString(), entry.Action, entry.Subject, entry.SubjectId, row.Order, entry.Details];
        }
    }

    private void CheckDate(string field, string? typed)
    {
        if (Tolerant.Code(typed).Length > 0 && Tolerant.Date(typed) is not { Year: < 9999 })
        {
            ModelState.AddModelError(field, texts["Date.Wrong"]);
        }
    }
}
