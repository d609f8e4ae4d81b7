using AssistPortal.Assist.Calendars;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>
/// The form of a producer's calendar outside the portal, on a page of its own, for coordinators and the producer.
/// </summary>
public sealed class CalendarForms(
    ProducerCalendars calendars, IOptionsMonitor<CalendarOptions> options, IStringLocalizer<ProducersTexts> texts)
{
    public const string View = "Calendar";

    /// <summary>Has the calendar read from now on, and answers.</summary>
    public async Task<IActionResult> SaveAsync(
        Controller controller, TimeOffPage page, CalendarInput input, CancellationToken cancellationToken)
    {
        if (AddressOf(input) is not { } address)
        {
            return controller.Refused(
                View,
                page with { CalendarInput = input },
                nameof(input.Address),
                texts["Calendar.Address.Wrong"]);
        }

        await calendars.ReadFromAsync(page.Producer.Id, address, controller.User.UserId(), cancellationToken);
        return controller.Saved(page.Path, texts["Calendar.Saved"]);
    }

    /// <summary>Has no calendar read any more, and answers.</summary>
    public async Task<IActionResult> RemoveAsync(
        Controller controller, TimeOffPage page, CancellationToken cancellationToken)
    {
        await calendars.RemoveAsync(page.Producer.Id, controller.User.UserId(), cancellationToken);
        return controller.Saved(page.Path, texts["Calendar.Removed"]);
    }

    /// <summary>Null where it is no address that may be read. Programs give some as <c>webcal:</c>.</summary>
    private Uri? AddressOf(CalendarInput input)
    {
        var typed = Tolerant.Code(input.Address);
        if (typed.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase))
        {
            typed = $"https:{typed["webcal:".Length..]}";
        }

        return typed.Length is > 0 and <= ProducerCalendar.AddressLength
            && Uri.TryCreate(typed, UriKind.Absolute, out var address)
            && address.AbsoluteUri.Length <= ProducerCalendar.AddressLength
            && options.CurrentValue.Accepts(address)
            && address.UserInfo.Length == 0
            && address.IdnHost.Length is > 0 and <= ProducerCalendar.HostLength
                ? address
                : null;
    }
}
