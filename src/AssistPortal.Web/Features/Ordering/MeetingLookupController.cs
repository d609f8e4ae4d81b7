using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 2: is the meeting scheduled on the site, and which one is it?</summary>
[Authorize(Roles = DraftRoles.All)]
[Route(StepPaths.Order + "/meeting-lookup")]
[OrderStep(OrderStep.MeetingLookup)]
public sealed class MeetingLookupController(
    PortalDbContext db,
    OrderSummaries summaries,
    LookedUpMeetings meetings,
    SessionTimes sessionTimes,
    FairHolds holds,
    MeetingLookupValidator validator,
    IStringLocalizer<OrderingTexts> texts,
    IClock clock) : OrderStepController<MeetingLookupInput>(OrderStep.MeetingLookup, db, holds, clock)
{
    /// <summary>
    /// The form; where a meeting is picked already, with the others to choose from, and for a coordinator with those of
    /// the customer.
    /// </summary>
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken)
    {
        var page = await PageAsync(UnfinishedInput ?? MeetingLookupInput.From(Draft), cancellationToken);
        if (Customer is { Email.Length: > 0 } && Draft.Lookup is null && UnfinishedInput is null)
        {
            return Page(await meetings.OfCustomerAsync(page, Customer.Email, cancellationToken));
        }

        var isPicked = page.Input is { SaysYes: true, SessionKey: { Length: > 0 } and not MeetingLookupInput.ByHand };
        return Page(isPicked ? await meetings.AskedAsync(page, cancellationToken) : page);
    }

    [HttpPost]
    public async Task<IActionResult> Next(
        MeetingLookupInput input, [FromForm] string? back, CancellationToken cancellationToken)
    {
        if (back is not null || !IsPriced)
        {
            return await BackAsync(input, cancellationToken);
        }

        if (!this.Accepts(validator.Validate(input, Package.ScheduledFirst)))
        {
            return await AgainAsync(input, await PageAsync(input, cancellationToken), cancellationToken);
        }

        await RenewAsync(cancellationToken);
        return input.SaysYes && input.SessionKey != MeetingLookupInput.ByHand
            ? await PickAsync(input, cancellationToken)
            : await AnswerAsync(input.ToAnswer(null), cancellationToken);
    }

    /// <summary>Shows the host's sessions, or takes the one that was picked.</summary>
    private async Task<IActionResult> PickAsync(MeetingLookupInput input, CancellationToken cancellationToken)
    {
        var page = await meetings.AskedAsync(await PageAsync(input, cancellationToken), cancellationToken);
        if (page.Sessions is not { } sessions)
        {
            return await AskAsync(input, page, cancellationToken);
        }

        if (sessions.FirstOrDefault(session => session.Key == input.SessionKey) is not { } picked)
        {
            if (sessions.Count == 0 || input.ListedFor != input.Asked)
            {
                return await AskAsync(input, page, cancellationToken);
            }

            ModelState.AddModelError(nameof(MeetingLookupInput.SessionKey), texts["Sessions.Missing"]);
            return await AgainAsync(input, page, cancellationToken);
        }

        if (SessionTimes.Differs(picked, Draft.Time!) && input.SessionTime is not "keep")
        {
            page = page with { OtherTime = SessionTimes.Of(picked, Draft.Time!) };
            if (input.SessionTime is not "use")
            {
                return await AskAsync(input, page, cancellationToken);
            }

            if (await UseTimeOfAsync(page, cancellationToken) is { } again)
            {
                return await AgainAsync(input, again, cancellationToken);
            }
        }

        if (Draft.Lookup?.SessionKey != picked.Key || Draft.Event is null)
        {
            SessionPrefill.Into(Draft, picked, Now);
        }

        return await AnswerAsync(input.ToAnswer(picked.Key), cancellationToken);
    }

    /// <summary>Moves the draft to the session's time; the page that tells why not, where it can't be moved.</summary>
    private async Task<MeetingLookupPage?> UseTimeOfAsync(MeetingLookupPage page, CancellationToken cancellationToken)
    {
        var move = await sessionTimes.UseAsync(Draft, Package, page.OtherTime!, cancellationToken);
        if (move is SessionMoveResult.Moved)
        {
            return null;
        }

        var nobody = move as SessionMoveResult.NobodyFree;
        ModelState.AddModelError(
            nameof(MeetingLookupInput.SessionTime),
            texts[nobody is not null ? "SessionTime.NobodyFree" : "SessionTime.NotBookable"]);
        return page with { NobodyFree = nobody is null ? null : NobodyFree.From(nobody.Answer, page.OtherTime!) };
    }

    private Task<LocalRedirectResult> AnswerAsync(MeetingLookupAnswer answer, CancellationToken cancellationToken)
    {
        Draft.SetLookup(answer, Now);
        return PassAsync(Package, cancellationToken);
    }

    private async Task<MeetingLookupPage> PageAsync(MeetingLookupInput input, CancellationToken cancellationToken) =>
        new()
        {
            DraftId = Draft.Id,
            HeldUntil = AtEvent(await Holds.HeldUntilAsync(Draft.Id, cancellationToken)),
            Input = input,
            Summary = await summaries.MakeAsync(Draft, typed: null, cancellationToken),
            IsCompulsory = Package.ScheduledFirst,
        };
}
