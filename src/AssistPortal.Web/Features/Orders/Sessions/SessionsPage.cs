using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>The sessions of an order, and the form of one.</summary>
/// <param name="Table">Those that are scheduled.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Producers">Who could hold one: the order's producer and whoever is qualified for the package.</param>
/// <param name="Holder">Whose free times are shown.</param>
/// <param name="FreeTimes">When that one has time.</param>
/// <param name="Wished">Those of the customer's wishes at which that one has time.</param>
/// <param name="Doubled">The two moments to choose from, where the typed time occurs twice.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record SessionsPage(
    SessionTable Table,
    SessionInput Input,
    IReadOnlyList<Producer> Producers,
    Producer Holder,
    FreeTimesModel FreeTimes,
    IReadOnlyList<Instant> Wished,
    LocalTimeReading.Doubled? Doubled,
    bool HasChanged) : SessionActPage(Table, HasChanged)
{
    public bool IsMove => Tolerant.Code(Input.SessionId).Length > 0;

    /// <summary>The page with a wished time picked, and all that is chosen kept.</summary>
    public string Picking(Instant start)
    {
        var what = IsMove ? $"id={Input.SessionId}" : $"kind={SessionValidator.KindOf(Input.Kind)}";
        var local = FieldPatterns.DateAndTime.Format(start.InZone(Table.Zone).LocalDateTime);
        return $"{Path}/sessions?{what}&producer={Holder.Id}&minutes={Tolerant.Number(Input.DurationMinutes)}"
            + $"&start={local}";
    }
}
