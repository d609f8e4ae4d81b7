using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>What the page shows on which all sessions of an order are planned.</summary>
public sealed class SessionPlanPages(SessionPages pages)
{
    /// <summary>More lines than anybody plans at once.</summary>
    public const int MostLines = 20;

    public Task<SessionTable> TableAsync(
        OrderWithRelations whole, SessionActor actor, CancellationToken cancellationToken) =>
        pages.TableAsync(whole, actor, cancellationToken);

    /// <summary>The form as it begins: what is to be scheduled, then what the actor may move.</summary>
    public static SessionPlanInput New(SessionTable table)
    {
        var input = new SessionPlanInput { OrderVersion = $"{table.Whole.Order.Version}" };
        input.Lines.AddRange(table.Overview.Needs.SelectMany(
            need => Missing(need).Select(minutes => Line(table, need.Kind, minutes))));
        input.Lines.AddRange(table.Overview.Sessions
            .Select(held => held.Session)
            .Where(table.CanChange)
            .Select(session => Line(table, session)));
        return input;
    }

    /// <summary>Of each line what its sender can't choose: kind of what is moved, and the own producer.</summary>
    public static void Settle(SessionTable table, SessionPlanInput input)
    {
        input.Lines.RemoveRange(Math.Min(MostLines, input.Lines.Count), Math.Max(0, input.Lines.Count - MostLines));
        foreach (var line in input.Lines)
        {
            line.Kind = Moved(table, line) is { } session ? $"{session.Kind}" : line.Kind;
            line.ProducerId = table.Actor.ProducerId is { } own ? $"{own}" : line.ProducerId;
        }
    }

    /// <summary>The session that a line moves; null for a new one, or where it can't be changed any more.</summary>
    public static OrderSession? Moved(SessionTable table, SessionPlanLineInput line) =>
        Guid.TryParse(line.SessionId, out var id) ? table.Changeable(id) : null;

    /// <summary>What was typed, on the order as it is now: lines that nobody touched show what there is.</summary>
    public static SessionPlanInput Renewed(SessionTable table, SessionPlanInput input)
    {
        var fresh = New(table);
        fresh.MessageToCustomer = input.MessageToCustomer;
        List<SessionPlanLineInput> free = [.. fresh.Lines];
        foreach (var typed in input.Lines.Where(line => line.IsWanted))
        {
            var line = free.Find(line => typed.IsMove
                ? line.SessionId == typed.SessionId
                : !line.IsMove && line.Kind == typed.Kind);
            if (line is null && !typed.IsMove)
            {
                fresh.Lines.Add(line = Line(table, SessionValidator.KindOf(typed.Kind) ?? SessionKind.Rehearsal, 0));
            }

            if (line is not null)
            {
                free.Remove(line);
                (line.ProducerId, line.DurationMinutes) = (typed.ProducerId, typed.DurationMinutes);
                (line.StartDate, line.StartTime, line.Fold) = (typed.StartDate, typed.StartTime, typed.Fold);
            }
        }

        return fresh;
    }

    public async Task<SessionPlanPage> OfAsync(
        SessionTable table, SessionPlanInput input, CancellationToken cancellationToken)
    {
        List<SessionPlanLine> lines = [];
        foreach (var (place, line) in input.Lines.Index())
        {
            var form = await pages.OfAsync(table, line, line.Strip.From, cancellationToken, place);
            lines.Add(new SessionPlanLine(place, line, form, Moved(table, line)));
        }

        return new SessionPlanPage(table, input, lines, HasChanged: false);
    }

    /// <summary>Lengths of the sessions of a kind that are still to be scheduled, in minutes.</summary>
    private static IEnumerable<int> Missing(SessionNeed need)
    {
        var longest = SessionNeed.LongestMinutes(need.Kind);
        if (need.OrderedMinutes == 0)
        {
            return need.ScheduledMinutes == 0 ? [longest] : [];
        }

        var missing = need.OrderedMinutes - need.ScheduledMinutes;
        return Enumerable.Range(0, Math.Max(0, (missing + longest - 1) / longest))
            .Select(place => Math.Min(longest, missing - (place * longest)));
    }

    private static SessionPlanLineInput Line(SessionTable table, SessionKind kind, int minutes) => new()
    {
        Kind = $"{kind}",
        ProducerId = $"{table.Actor.ProducerId ?? table.Whole.Order.ProducerId}",
        DurationMinutes = $"{minutes}",
    };

    private static SessionPlanLineInput Line(SessionTable table, OrderSession session)
    {
        var line = Line(table, session.Kind, session.DurationMinutes);
        (line.SessionId, line.Version, line.ProducerId) =
            ($"{session.Id}", $"{session.Version}", $"{session.ProducerId}");
        line.SetStart(session.Start.InZone(table.Zone));
        line.Shown = line.Typed;
        return line;
    }
}
