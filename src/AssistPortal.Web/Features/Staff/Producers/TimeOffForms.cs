using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Calendars;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>
/// The form of time off, for coordinators and for the producer: what is shown, and what becomes of it.
/// </summary>
public sealed class TimeOffForms(
    ProducerBook book,
    SpanReader reader,
    CoverCheck cover,
    ProducerCalendars calendars,
    IStringLocalizer<ProducersTexts> texts,
    IStringLocalizer<SharedTexts> shared,
    IClock clock)
{
    public async Task<TimeOffPage> PageAsync(Producer producer, bool isOwn, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return new TimeOffPage
        {
            Producer = producer,
            Input = new TimeOffInput { Version = $"{producer.Version}" },
            IsOwn = isOwn,
            Coming = [.. producer.TimeOff.Where(off => off.End > now).OrderBy(off => off.Start)],
            Calendar = await calendars.FindAsync(producer.Id, cancellationToken),
            Busy = [.. producer.BusyTimes.Where(busy => busy.End > now).OrderBy(busy => busy.Start)],
            Uncovered = await cover.FindAsync(producer, cancellationToken),
        };
    }

    /// <summary>Adds time off, and answers.</summary>
    /// <param name="controller">Who answers.</param>
    /// <param name="page">The page of the form.</param>
    /// <param name="input">As typed.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<IActionResult> AddAsync(
        Controller controller, TimeOffPage page, TimeOffInput input, CancellationToken cancellationToken)
    {
        page = page with { Input = input };
        var (details, time, result) = reader.Read(input, page.Zone);
        if (result.IsValid && time.End <= clock.GetCurrentInstant())
        {
            result.Errors.Add(new ValidationFailure(nameof(input.To), texts["Off.Past"]));
        }

        if (!controller.Accepts(result))
        {
            return controller.FormAgain(page.View, page);
        }

        var edit = await book.ChangeAsync(
            page.Producer.Id,
            Tolerant.Version(input.Version),
            new ProducerChange.AddTimeOff(details!),
            !page.IsOwn && input.Confirm == "yes",
            controller.User.UserId(),
            cancellationToken);
        return edit.Outcome switch
        {
            ProducerEditOutcome.Saved => controller.Saved(page.Path, texts["Notice.OffAdded"]),
            ProducerEditOutcome.LeavesUncovered => controller.Refused(
                page.View,
                page with { WouldUncover = edit.Uncovered },
                "uncovered",
                texts[page.IsOwn ? "Uncovered.Refused" : "Uncovered.Ask", edit.Uncovered.Count]),
            _ => controller.Changed(page.View, await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
        };
    }

    /// <summary>Takes time off away, and answers.</summary>
    public async Task<IActionResult> RemoveAsync(
        Controller controller, TimeOffPage page, TimeOffInput input, CancellationToken cancellationToken)
    {
        // Less time off leaves nothing without cover.
        var change = new ProducerChange.RemoveTimeOff(Tolerant.Number(input.Off) ?? 0);
        var edit = await book.ChangeAsync(
            page.Producer.Id,
            Tolerant.Version(input.Version),
            change,
            mayUncover: false,
            controller.User.UserId(),
            cancellationToken);
        return edit.Outcome == ProducerEditOutcome.Saved
            ? controller.Saved(page.Path, texts["Notice.OffRemoved"])
            : controller.Changed(page.View, await AgainAsync(page, cancellationToken), shared["Changed.Error"]);
    }

    /// <summary>
    /// The form with what was typed, good for the time off as it is now; null where the producer is gone.
    /// </summary>
    private async Task<TimeOffPage?> AgainAsync(TimeOffPage page, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(page.Producer.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = $"{now.Version}";
        return await PageAsync(now, page.IsOwn, cancellationToken) with { Input = page.Input };
    }
}
