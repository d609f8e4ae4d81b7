using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Schedules, moves and cancels the sessions of an order, for whoever may.</summary>
public abstract class SessionActsController(
    SessionPages pages,
    SessionBook book,
    IValidator<SessionInput> validator,
    IValidator<SessionCancelInput> cancelValidator,
    IStringLocalizer<SessionsTexts> texts,
    IStringLocalizer<TimesTexts> times) : OrderActController
{
    private const string Sessions = "Sessions";
    private const string CancelSession = "CancelSession";

    protected abstract SessionActor Actor { get; }

    protected override string Path => $"/{Actor.Path}";

    /// <param name="id">The session that is to be moved; none for a new one.</param>
    /// <param name="kind">Kind of the new one.</param>
    /// <param name="producer">Whose free times are shown.</param>
    /// <param name="minutes">Length of the session.</param>
    /// <param name="start">A free time that was picked, on the event's wall clock.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(
        [FromQuery] Guid? id,
        [FromQuery] string? kind,
        [FromQuery] string? producer,
        [FromQuery] string? minutes,
        [FromQuery] string? start,
        CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        var moved = id is { } sessionId ? table.Changeable(sessionId) : null;
        if (!table.IsComing || (id is not null && moved is null))
        {
            return LocalRedirect(table.IsComing ? $"{Path}/sessions" : Path);
        }

        var input = moved is null
            ? SessionPages.New(table, SessionValidator.KindOf(kind))
            : SessionPages.Of(table, moved);
        SessionPages.Choose(table, input, producer, minutes, start);
        return View(Sessions, await pages.OfAsync(table, input, from: null, cancellationToken));
    }

    /// <summary>The month strip alone, for what is typed so far.</summary>
    [HttpGet("free-times")]
    public async Task<IActionResult> FreeTimes(
        [FromQuery] SessionInput input, [FromQuery] StripInput choice, int? line, CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        return PartialView(
            "_FreeTimes", (await pages.OfAsync(table, input, choice.From, cancellationToken, line)).FreeTimes);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(SessionInput input, StripInput choice, CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        var moved = Guid.TryParse(input.SessionId, out var id) ? table.Changeable(id) : null;
        input.Kind = moved is null ? input.Kind : $"{moved.Kind}";
        input.ProducerId = Actor.ProducerId is { } fixedId ? $"{fixedId}" : input.ProducerId;
        if (choice.IsMade)
        {
            input.Choose(choice, table.Zone);
            return View(Sessions, await pages.OfAsync(table, input, choice.From, cancellationToken));
        }

        if (moved is null && Tolerant.Code(input.SessionId).Length > 0)
        {
            return await ChangedAsync(input, cancellationToken);
        }

        if (!this.Accepts(validator.Validate(input)) || input.ReadStart(table.Zone, ModelState, times) is not { } start)
        {
            return this.FormAgain(Sessions, await pages.OfAsync(table, input, from: null, cancellationToken));
        }

        var time = new SessionTime(
            Tolerant.Number(input.ProducerId)!.Value, start.ToInstant(), Tolerant.Number(input.DurationMinutes)!.Value);
        var (seen, words) = (Seen(moved?.Id, input.OrderVersion, input.Version), Actor.Words(input));
        var outcome = moved is null
            ? await book.ScheduleAsync(
                seen, SessionValidator.KindOf(input.Kind)!.Value, time, User.UserId(), words, cancellationToken)
            : await book.MoveAsync(seen, time, User.UserId(), words, cancellationToken);
        return outcome switch
        {
            SessionOutcome.Done => Done(texts[moved is null ? "Session.Scheduled" : "Session.Moved"]),
            SessionOutcome.Taken => await RefusedAsync(nameof(input.StartTime), texts["Session.Taken"]),
            SessionOutcome.NotAble => await RefusedAsync(nameof(input.StartTime), texts["Session.NotAble"]),
            SessionOutcome.NotPossible => await RefusedAsync(nameof(input.StartDate), texts["Session.NotPossible"]),
            _ => await ChangedAsync(input, cancellationToken),
        };

        async Task<IActionResult> RefusedAsync(string field, string reason) =>
            this.Refused(Sessions, await pages.OfAsync(table, input, from: null, cancellationToken), field, reason);
    }

    [HttpGet("{id:guid}/cancel")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        return table.Changeable(id) is { } session
            ? View(CancelSession, new SessionCancelPage(table, session, HasChanged: false))
            : LocalRedirect(table.IsComing ? $"{Path}/sessions" : Path);
    }

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, SessionCancelInput input, CancellationToken cancellationToken)
    {
        var table = await pages.TableAsync(Whole, Actor, cancellationToken);
        if (!this.Accepts(cancelValidator.Validate(input)))
        {
            var page = new SessionCancelPage(table, table.Changeable(id), HasChanged: false) { Input = input };
            return this.FormAgain(CancelSession, page);
        }

        var (seen, words) = (Seen(id, input.OrderVersion, input.Version), Actor.Words(input));
        var isDone = table.Changeable(id) is not null
            && await book.CancelAsync(seen, User.UserId(), words, cancellationToken) == SessionOutcome.Done;
        return isDone ? Done(texts["Session.Cancelled"]) : await ChangedAsync(CancelSession, async now =>
        {
            var fresh = await pages.TableAsync(now, Actor, cancellationToken);
            return new SessionCancelPage(fresh, fresh.Changeable(id), HasChanged: true) { Input = input };
        });
    }

    private SeenSession Seen(Guid? id, string? orderVersion, string? version) =>
        new(Order.Id, Tolerant.Number(orderVersion) ?? Order.Version, id, Tolerant.Number(version) ?? -1);

    private Task<IActionResult> ChangedAsync(SessionInput input, CancellationToken cancellationToken) =>
        ChangedAsync(Sessions, async now =>
        {
            var table = await pages.TableAsync(now, Actor, cancellationToken);
            SessionPages.Renew(table, input);
            return await pages.OfAsync(table, input, from: null, cancellationToken) with { HasChanged = true };
        });
}
