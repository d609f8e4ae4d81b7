using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The form of time off, for coordinators and for the producer: what is shown, and what becomes of it.</summary>
public sealed class TimeOffForms(
    ProducerBook book,
    SpanReader reader,
    CoverCheck cover,
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
            Uncovered = await cover.FindAsync(producer, cancellationToken),
        };
    }

    /// <summary>Adds time off; the page to show again where that could not be.</summary>
    /// <param name="controller">Takes the errors.</param>
    /// <param name="page">The page of the form.</param>
    /// <param name="input">As typed.</param>
    /// <param name="actorId">Who saves.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<TimeOffPage?> AddAsync(
        Controller controller, TimeOffPage page, TimeOffInput input, Guid actorId, CancellationToken cancellationToken)
    {
        page = page with { Input = input };
        var (details, time, result) = reader.Read(input, page.Zone);
        if (controller.Accepts(result) && time.End <= clock.GetCurrentInstant())
        {
            controller.ModelState.AddModelError(nameof(input.To), texts["Off.Past"]);
        }

        if (!controller.ModelState.IsValid)
        {
            return page;
        }

        var edit = await book.ChangeAsync(
            page.Producer.Id,
            Tolerant.Number(input.Version) ?? -1,
            new ProducerChange.AddTimeOff(details!),
            !page.IsOwn && input.Confirm == "yes",
            actorId,
            cancellationToken);
        switch (edit.Outcome)
        {
            case ProducerEditOutcome.Saved:
                return null;
            case ProducerEditOutcome.LeavesUncovered:
                controller.ModelState.AddModelError("uncovered", texts[page.IsOwn ? "Uncovered.Refused" : "Uncovered.Ask", edit.Uncovered.Count]);
                return page with { WouldUncover = edit.Uncovered };
            default:
                return await AfterAnotherAsync(controller, page, cancellationToken);
        }
    }

    /// <summary>Takes time off away; the page to show again where that could not be.</summary>
    public async Task<TimeOffPage?> RemoveAsync(
        Controller controller, TimeOffPage page, TimeOffInput input, Guid actorId, CancellationToken cancellationToken)
    {
        // Less time off leaves nothing without cover.
        var change = new ProducerChange.RemoveTimeOff(Tolerant.Number(input.Off) ?? 0);
        var edit = await book.ChangeAsync(
            page.Producer.Id, Tolerant.Number(input.Version) ?? -1, change, mayUncover: false, actorId, cancellationToken);
        return edit.Outcome == ProducerEditOutcome.Saved ? null : await AfterAnotherAsync(controller, page, cancellationToken);
    }

    private async Task<TimeOffPage> AfterAnotherAsync(Controller controller, TimeOffPage page, CancellationToken cancellationToken)
    {
        controller.ModelState.AddModelError("", shared["Changed.Error"]);
        if (await book.FindAsync(page.Producer.Id, cancellationToken) is not { } now)
        {
            return page;
        }

        page.Input.Version = $"{now.Version}";
        return await PageAsync(now, page.IsOwn, cancellationToken) with { Input = page.Input, IsChanged = true };
    }
}

/// <summary>A producer's time off.</summary>
public sealed record TimeOffPage
{
    public required Producer Producer { get; init; }

    public required TimeOffInput Input { get; init; }

    /// <summary>Whether the producer looks at it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Time off that has not ended.</summary>
    public required IReadOnlyList<TimeOff> Coming { get; init; }

    /// <summary>What has no cover now.</summary>
    public IReadOnlyList<AssignedTime> Uncovered { get; init; } = [];

    /// <summary>What the time off would leave without cover.</summary>
    public IReadOnlyList<AssignedTime> WouldUncover { get; init; } = [];

    /// <summary>Whether somebody else has saved something meanwhile; what is saved stands in the list.</summary>
    public bool IsChanged { get; init; }

    public string? Notice { get; init; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Producer.TimeZone];

    public string Path => IsOwn ? "/producer/time-off" : $"/staff/producers/{Producer.Id}/time-off";
}
