using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The form of hours, for coordinators and for the producer: what is shown, and what becomes of it.</summary>
public sealed class HoursForms(
    ProducerBook book,
    HoursReader reader,
    CoverCheck cover,
    ProducerWords words,
    IStringLocalizer<ProducersTexts> texts,
    IStringLocalizer<SharedTexts> shared,
    IClock clock)
{
    public async Task<HoursPage> PageAsync(Producer producer, bool isOwn, CancellationToken cancellationToken) => new()
    {
        Producer = producer,
        Input = HoursInput.Of(producer, Today(producer)),
        IsOwn = isOwn,
        Uncovered = await cover.FindAsync(producer, cancellationToken),
    };

    /// <summary>Saves, and answers.</summary>
    /// <param name="controller">Who answers.</param>
    /// <param name="page">The page of the form.</param>
    /// <param name="input">As typed.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<IActionResult> SaveAsync(
        Controller controller, HoursPage page, HoursInput input, CancellationToken cancellationToken)
    {
        page = page with { Input = input };
        if (input.Copy is not null)
        {
            return controller.View(page.View, page with
            {
                Copied = texts[input.CopyToWeekdays() ? "Hours.Copied" : "Hours.Copied.Nothing"],
            });
        }

        var today = Today(page.Producer);
        var kept = page.Producer.ExceptionalHours.Where(item => item.Date < today)
            .Select(item => new ExceptionDetails(item.Date, item.StartMinute, item.EndMinute));
        var (change, result) = reader.Read(input, kept);
        if (!controller.Accepts(result))
        {
            return controller.FormAgain(page.View, page);
        }

        var edit = await book.ChangeAsync(
            page.Producer.Id,
            VersionOf(page.Producer, input, change!),
            change!,
            !page.IsOwn && input.Confirm == "yes",
            controller.User.UserId(),
            cancellationToken);
        return edit.Outcome switch
        {
            ProducerEditOutcome.Saved => controller.Saved(page.Path, texts["Notice.Saved"]),
            ProducerEditOutcome.LeavesUncovered => controller.Refused(
                page.View,
                page with { WouldUncover = edit.Uncovered },
                "uncovered",
                texts[page.IsOwn ? "Uncovered.Refused" : "Uncovered.Ask", edit.Uncovered.Count]),
            _ => controller.Changed(
                page.View, await AgainAsync(page, change!, cancellationToken), shared["Changed.Error"]),
        };
    }

    /// <summary>Whatever else has changed of the producer, such as time off, is no matter of the hours.</summary>
    private static int VersionOf(Producer now, HoursInput input, ProducerChange.Hours change)
    {
        var seen = HoursInput.SeenOf(now);
        return input.Seen == seen || HoursInput.SeenOf(now.TimeZone, change) == seen
            ? now.Version
            : Tolerant.Version(input.Version);
    }

    /// <summary>
    /// The form with what was typed, good for the hours as they are now; null where the producer is gone.
    /// </summary>
    private async Task<HoursPage?> AgainAsync(
        HoursPage page, ProducerChange.Hours typed, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(page.Producer.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        (page.Input.Version, page.Input.Seen) = ($"{now.Version}", HoursInput.SeenOf(now));
        var (today, saved) = (Today(now), HoursReader.Of(now));
        return page with
        {
            Producer = now,
            Changed = ChangedMeanwhile.Between(
            [
                (texts["Hours.Week"], Week(typed), Week(saved)),
                (texts["Hours.Exceptions"], Exceptions(typed, today), Exceptions(saved, today)),
            ]),
        };
    }

    private string Week(ProducerChange.Hours hours) => string.Join(
        '\n',
        hours.Week.OrderBy(item => item.Day)
            .ThenBy(item => item.StartMinute)
            .Select(item => $"{ProducerWords.Day(item.Day)} {words.Hours(item.StartMinute, item.EndMinute)}"));

    private string Exceptions(ProducerChange.Hours hours, LocalDate today) => string.Join(
        '\n',
        hours.Exceptions.Where(item => item.Date >= today)
            .OrderBy(item => item.Date)
            .Select(item => $"{FieldPatterns.Date.Format(item.Date)} {Hours(item)}"));

    private string Hours(ExceptionDetails item) => item.StartMinute is { } start
        ? words.Hours(start, item.EndMinute!.Value)
        : texts["Hours.None"].Value;

    private LocalDate Today(Producer producer) =>
        clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[producer.TimeZone]).Date;
}
