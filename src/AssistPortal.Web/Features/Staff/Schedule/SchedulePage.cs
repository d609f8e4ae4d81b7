using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>The schedule with its controls.</summary>
public sealed record SchedulePage
{
    public required ScheduleInput Input { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The day, or any day of the week, that is shown.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Packages by which producers can be chosen, with their names.</summary>
    public required IReadOnlyList<SelectListItem> Packages { get; init; }

    /// <summary>Null where the input has errors.</summary>
    public ScheduleModel? Schedule { get; init; }

    /// <summary>What was picked to be moved or given to somebody else; null where nothing is, or too late.</summary>
    public TakeOver? Picked { get; init; }

    /// <summary>Whether something was picked that can no longer be changed.</summary>
    public bool IsPickedInVain => Schedule is not null && Picked is null && Tolerant.Text(Input.Order).Length > 0;

    public bool IsFiltered => Tolerant.Text(Input.Q).Length > 0 || Tolerant.Code(Input.Package).Length > 0;

    public LocalDate? Earlier => Step(-1);

    public LocalDate? Later => Step(1);

    /// <summary>Address of the same schedule with something else: another day, the other view, another page.</summary>
    /// <param name="date">Null shows today.</param>
    /// <param name="view">Null stays.</param>
    /// <param name="page">First page unless given.</param>
    /// <param name="unfiltered">Leaves the filter out.</param>
    /// <param name="order">Picks an order.</param>
    /// <param name="session">Picks a session of it.</param>
    public string AddressOf(
        LocalDate? date, string? view = null, int page = 1, bool unfiltered = false, string? order = null,
        string? session = null) =>
        ListAddress.Of(
            "/staff/schedule",
            ("view", view ?? (Input.IsWeek ? ScheduleInput.Week : ScheduleInput.Day)),
            ("date", date is { } day ? FieldPatterns.Date.Format(day) : null),
            ("zone", Zone.Id),
            ("q", unfiltered ? null : Tolerant.Text(Input.Q)),
            ("package", unfiltered ? null : Tolerant.Code(Input.Package)),
            ("page", page > 1 ? $"{page}" : null),
            ("order", order),
            ("session", session));

    /// <summary>
    /// What addresses of the same schedule with something picked begin with; they end with <see cref="PickEnd"/>.
    /// </summary>
    public string PickStart => AddressOf(Date, page: Schedule!.Page);

    /// <summary>How the address goes on where that item is picked: keys and numbers need no encoding.</summary>
    public static string PickEnd(ScheduleItem item) => item.Session is { } session
        ? $"&order={item.Number}&session={session.Id:N}#picked"
        : $"&order={item.Number}#picked";

    /// <summary>Address of the same producers on another page, with what is picked.</summary>
    public string PageAddress(int page) => Picked is null
        ? AddressOf(Date, page: page)
        : AddressOf(
            Date,
            page: page,
            order: $"{Picked.Time.Order.RequestNumber}",
            session: $"{Picked.Time.Session?.Id:N}");

    public bool IsPicked(ScheduleItem item) => Picked is { } picked
        && item.Number == $"{picked.Time.Order.RequestNumber}"
        && item.Session?.Id == picked.Time.Session?.Id;

    public bool CanTake(int producerId) => Picked?.Free.Any(candidate => candidate.ProducerId == producerId) == true;

    /// <summary>Where what is picked is moved.</summary>
    public string MovePath => Picked!.Time.Session is null ? $"{OrderPath}/move" : SessionPath;

    /// <summary>Where what is picked is given to that producer.</summary>
    public string GiveAddress(int producerId) => Picked!.Time.Session is null
        ? $"{OrderPath}/producer?ProducerId={producerId}"
        : $"{SessionPath}&producer={producerId}";

    public string OrderPath => $"~/staff/orders/{Picked!.Time.Order.RequestNumber}";

    private string SessionPath => $"{OrderPath}/sessions?id={Picked!.Time.Session!.Id}";

    private LocalDate? Step(int direction)
    {
        var date = Date.PlusDays(direction * (Input.IsWeek ? 7 : 1));
        return ShownDays.All.Contains(date) ? date : null;
    }
}
