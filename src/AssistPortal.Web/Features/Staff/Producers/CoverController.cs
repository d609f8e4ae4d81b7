using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Finds cover for a producer who falls ill: a suggestion for each order, applied together.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}/cover")]
public sealed class CoverController(
    CoverForms forms, SpanReader reader, ProducerSwaps swaps, IStringLocalizer<ProducersTexts> texts, IClock clock)
    : Controller
{
    private const string Page = "Cover";

    [HttpGet("")]
    public async Task<IActionResult> Show(int id, [FromQuery] CoverInput input, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(id, input, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        input.Choice.Clear();
        if (Tolerant.Code(input.From).Length == 0)
        {
            var today = clock.GetCurrentInstant().InZone(page.Zone).Date;
            (input.From, input.To) = (FieldPatterns.Date.Format(today), FieldPatterns.Date.Format(today.PlusDays(6)));
        }

        var (_, time, result) = reader.Read(input, page.Zone);
        return this.Accepts(result)
            ? View(
                Page,
                await forms.SuggestAsync(page, time, cancellationToken) with { Notice = TempData["Notice"] as string })
            : this.FormAgain(Page, page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Apply(int id, CoverInput input, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(id, input, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var (details, time, result) = reader.Read(input, page.Zone);
        if (!this.Accepts(result))
        {
            return this.FormAgain(Page, page);
        }

        List<ProducerSwap> wanted =
            [.. CoverForms.Choices(input).Where(choice => choice.ProducerId is not null)
                .DistinctBy(choice => choice.Key)
                .Select(choice => new ProducerSwap(choice.Key, choice.ProducerId!.Value, choice.Version))];
        var timeOff = input.TimeOff == "yes" ? details : null;
        if (wanted.Count == 0 && timeOff is null)
        {
            return this.Refused(
                Page, await forms.SuggestAsync(page, time, cancellationToken), "", texts["Cover.NothingChosen"]);
        }

        var answer = await swaps.ApplyAsync(
            wanted, id, timeOff, User.UserId(), ProducerSwaps.ForCover, words: null, cancellationToken);
        if (answer.Outcome == AssignOutcome.Assigned)
        {
            var query = new QueryBuilder
            {
                { "From", input.From! },
                { "FromTime", input.FromTime ?? "" },
                { "To", input.To! },
                { "ToTime", input.ToTime ?? "" },
            };
            return this.Saved($"{page.Path}{query}", timeOff is null ? texts["Cover.Done", wanted.Count]
                : wanted.Count == 0 ? texts["Notice.OffAdded"]
                : texts["Cover.DoneOff", wanted.Count]);
        }

        var again = await forms.SuggestAsync(page, time, cancellationToken);
        foreach (var number in Numbers(again, answer))
        {
            ModelState.AddModelError($"item-{number}", texts["Cover.Refused.Item", number]);
        }

        return this.Changed(Page, again, texts[$"Cover.Refused.{answer.Outcome}"]);
    }

    private static IEnumerable<string> Numbers(CoverPage page, SwapAnswer answer)
    {
        var refused = answer.Refused.Select(swap => swap.Key).ToHashSet();
        return (page.Items ?? [])
            .Where(item => refused.Contains(item.Time.Key))
            .Select(item => $"{item.Time.Order.RequestNumber}")
            .Distinct(StringComparer.Ordinal);
    }
}
