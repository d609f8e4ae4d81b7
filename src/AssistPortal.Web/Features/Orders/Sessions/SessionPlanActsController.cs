using AssistPortal.Assist.Desk;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Plans all sessions of an order on one page, for whoever may.</summary>
public abstract class SessionPlanActsController(
    SessionPlanPages pages,
    SessionPlanReader reader,
    SessionPlanning planning,
    IStringLocalizer<SessionsTexts> texts) : OrderActController
{
    private const string Plan = "Plan";

    protected abstract SessionActor Actor { get; }

    protected override string Path => $"/{Actor.Path}";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        return table.IsComing
            ? View(Plan, await pages.OfAsync(table, SessionPlanPages.New(table), cancellationToken))
            : LocalRedirect(Path);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(SessionPlanInput input, CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        SessionPlanPages.Settle(table, input);
        if (input.Lines.Find(line => line.Strip.IsMade) is { } chosen)
        {
            chosen.Choose(chosen.Strip, table.Zone);
            return View(Plan, await pages.OfAsync(table, input, cancellationToken));
        }

        if (input.Lines.Exists(line => line.IsMove && SessionPlanPages.Moved(table, line) is null))
        {
            return await ChangedAsync(input, cancellationToken);
        }

        var plan = reader.Read(table, input, ModelState);
        if (!ModelState.IsValid)
        {
            return this.FormAgain(Plan, await pages.OfAsync(table, input, cancellationToken));
        }

        var seen = new SeenSession(Order.Id, Tolerant.Number(input.OrderVersion) ?? Order.Version);
        var result = await planning.SaveAsync(
            seen, [.. plan.Select(line => line.Session)], User.UserId(), Actor.Words(input), cancellationToken);
        switch (result.Outcome)
        {
            case SessionOutcome.Done:
                return Done(plan.Count == 1 ? texts["Plan.Done.One"] : texts["Plan.Done", plan.Count]);
            case SessionOutcome.ChangedMeanwhile:
                return await ChangedAsync(input, cancellationToken);
            default:
                reader.Tell(table, result, plan, ModelState);
                return this.FormAgain(Plan, await pages.OfAsync(table, input, cancellationToken));
        }
    }

    private Task<IActionResult> ChangedAsync(SessionPlanInput input, CancellationToken cancellationToken) =>
        ChangedAsync(Plan, async now =>
        {
            var table = await pages.TableAsync(now, Actor, cancellationToken);
            var renewed = SessionPlanPages.Renewed(table, input);
            return await pages.OfAsync(table, renewed, cancellationToken) with { HasChanged = true };
        });
}
