using AssistPortal.Assist.Sessions;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>All sessions of an order: those to be scheduled, and those that are scheduled, to be moved.</summary>
/// <param name="Table">Those that are scheduled.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Lines">One for each line of the input.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record SessionPlanPage(
    SessionTable Table, SessionPlanInput Input, IReadOnlyList<SessionPlanLine> Lines, bool HasChanged)
    : SessionActPage(Table, HasChanged);

/// <summary>One session of the page.</summary>
/// <param name="Place">Its place in the form, from 0.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Form">Producers and free times, as for a session by itself.</param>
/// <param name="Session">The session; null for one that is still to be scheduled.</param>
public sealed record SessionPlanLine(int Place, SessionPlanLineInput Input, SessionsPage Form, OrderSession? Session)
{
    public string Prefix => FreeTimesModel.PrefixOf(Place);
}
