using AssistPortal.Assist;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 2: is the meeting scheduled on the site, and which one is it?</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route(StepPaths.Order + "/meeting-lookup")]
[OrderStep(OrderStep.MeetingLookup)]
public sealed class MeetingLookupController(
    PortalDbContext db,
    OrderSummaries summaries,
    MeetingLookup lookup,
    SessionTimes sessionTimes,
    ReservationBook reservations,
    IValidator<MeetingLookupInput> validator,
    IStringLocalizer<OrderingTexts> texts,
    IClock clock) : OrderStepController
{
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken)
    {
        var input = Draft.Kept<MeetingLookupInput>(OrderStep.MeetingLookup) ?? MeetingLookupInput.From(Draft);
        return View("MeetingLookup", await PageAsync(input, cancellationToken));
    }

    [HttpPost]
    public async Task<IActionResult> Next(
        MeetingLookupInput input, [FromForm] string? back, CancellationToken cancellationToken)
    {
        if (back is not null || !IsPriced)
        {
            await KeepAsync(input, cancellationToken);
            return To(OrderStep.Availability);
        }

        this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        if (Package.ScheduledFirst && !input.SaysYes && !input.SaysNo)
        {
            ModelState.AddModelError(nameof(input.IsScheduled), texts["IsScheduled.Missing"]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(input, page => page, cancellationToken);
        }

        await reservations.RenewAsync(Draft.Id, cancellationToken);
        return input.SaysYes && input.SessionKey != MeetingLookupInput.ByHand
            ? await PickAsync(input, cancellationToken)
            : await PassAsync(input.ToAnswer(null), cancellationToken);
    }

    /// <summary>Shows the host's sessions, or takes the one that was picked.</summary>
    private async Task<IActionResult> PickAsync(MeetingLookupInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, cancellationToken);
        var host = new SessionHost(Tolerant.Code(input.HostId), Tolerant.Code(input.HostEmail));
        if (await lookup.FindAsync(page.Summary.Site, host, cancellationToken) is not { } sessions)
        {
            await KeepAsync(input, cancellationToken);
            return View("MeetingLookup", page with { DirectoryIsSilent = true });
        }

        var picked = sessions.FirstOrDefault(session => session.Key == input.SessionKey);
        if (picked is null)
        {
            await KeepAsync(input, cancellationToken);
            return View("MeetingLookup", page with { Sessions = sessions });
        }

        if (SessionTimes.Differs(picked, Draft.Time!) && input.SessionTime is not "keep")
        {
            var other = SessionTimes.Of(picked, Draft.Time!);
            if (input.SessionTime is not "use")
            {
                await KeepAsync(input, cancellationToken);
                return View("MeetingLookup", page with { Sessions = sessions, OtherTime = other });
            }

            var move = await sessionTimes.UseAsync(Draft, Package, other, cancellationToken);
            if (move is not SessionMove.Moved)
            {
                ModelState.AddModelError(
                    nameof(input.SessionTime),
                    texts[move is SessionMove.NobodyFree ? "SessionTime.NobodyFree" : "SessionTime.NotBookable"]);
                return await AgainAsync(
                    input,
                    again => again with
                    {
                        Sessions = sessions,
                        OtherTime = other,
                        NobodyFree = move is SessionMove.NobodyFree nobody ? NobodyFree.From(nobody.Answer, other) : null,
                    },
                    cancellationToken);
            }
        }

        if (Draft.Lookup?.SessionKey != picked.Key || Draft.Event is null)
        {
            SessionPrefill.Into(Draft, picked, clock.GetCurrentInstant());
        }

        return await PassAsync(input.ToAnswer(picked.Key), cancellationToken);
    }

    private async Task<IActionResult> PassAsync(MeetingLookupAnswer answer, CancellationToken cancellationToken)
    {
        Draft.SetLookup(answer, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return ToNext(OrderStep.MeetingLookup);
    }

    private async Task<MeetingLookupPage> PageAsync(MeetingLookupInput input, CancellationToken cancellationToken) => new()
    {
        DraftId = Draft.Id,
        Input = input,
        Summary = await summaries.MakeAsync(Draft, typed: null, cancellationToken),
        IsCompulsory = Package.ScheduledFirst,
    };

    private async Task KeepAsync(MeetingLookupInput input, CancellationToken cancellationToken)
    {
        Draft.KeepUnfinished(FormFields.Keep(OrderStep.MeetingLookup, input), clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(
        MeetingLookupInput input, Func<MeetingLookupPage, MeetingLookupPage> extend, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        return this.FormAgain("MeetingLookup", extend(await PageAsync(input, cancellationToken)));
    }
}
