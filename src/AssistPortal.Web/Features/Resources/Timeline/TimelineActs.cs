using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.Timeline;

/// <summary>The audit trail of an order as lines of its time line.</summary>
internal sealed class TimelineActs(OrderFacts facts, IStringLocalizer<TimelineTexts> texts, bool isForStaff)
{
    /// <summary>Acts that the order itself, its report or its invoices tell.</summary>
    private static readonly string[] ToldElsewhere =
        ["order.placed", "order.cancelled", "order.completed", "invoice.issued", "invoice.credited", "invoice.corrected"];

    private readonly DateTimeZone zone = facts.Order.Time.LocalStart.Zone;

    /// <summary>Who did something that is done once.</summary>
    public string? WhoDid(string action) =>
        facts.Acts.LastOrDefault(act => act.Entry.Action == action) is { Entry: { } entry, Details: { } details } ? Who(entry, details) : null;

    /// <summary>Who wrote a credit note or a corrected invoice; nobody issues the first one.</summary>
    public string? WhoWrote(Invoice invoice) =>
        facts.Acts.LastOrDefault(act => act.Entry.SubjectId == $"{invoice.Id}") is { Entry: { } entry, Details: { } details }
            ? Who(entry, details)
            : null;

    /// <summary>The reason that was given for it.</summary>
    public string? ReasonOf(string action) =>
        facts.Acts.LastOrDefault(act => act.Entry.Action == action).Details is { } details ? ReasonIn(details) : null;

    public IEnumerable<TimelineEvent> Told() => facts.Acts
        .Where(act => !ToldElsewhere.Contains(act.Entry.Action, StringComparer.Ordinal))
        .Select(act => Told(act.Entry, act.Details))
        .OfType<TimelineEvent>();

    /// <summary>As typed; in words where the portal gave it.</summary>
    private string? ReasonIn(ActDetails details) =>
        (details.Text("reason") ?? details.Text("after", "reason") ?? details.Text("waiver")) is not { } reason ? null
        : reason == ProducerSwaps.ForCover ? texts["Reason.Cover"]
        : reason;

    /// <summary>Who had the order when it was placed; older entries don't tell, but what came after does.</summary>
    public string FirstProducer() => ProducerName(
        facts.Acts.FirstOrDefault(act => act.Entry.Action == "order.placed").Details?.Number("after", "producerId")
        ?? facts.Acts.FirstOrDefault(IsOfEvent).Details?.Producers?.Before
        ?? facts.Order.ProducerId);

    private static bool IsOfEvent((AuditEntry Entry, ActDetails Details) act) =>
        act.Entry.Action.StartsWith("order.", StringComparison.Ordinal) && act.Details.Producers is not null;

    private TimelineEvent? Told(AuditEntry entry, ActDetails details)
    {
        var told = SessionOf(entry, details) is { } session
            ? OfSession(entry, details, session)
            : OfOrder(entry, details);
        return told is null ? null : told with
        {
            By = Who(entry, details),
            Details = [.. told.Details, .. Changes(details)],
            Quote = isForStaff ? ReasonIn(details) : null,
        };
    }

    private TimelineEvent? OfOrder(AuditEntry entry, ActDetails details) => entry.Action switch
    {
        _ when entry.Action.StartsWith("order.", StringComparison.Ordinal) && (details.Move is not null || details.Producers is not null) =>
            new TimelineEvent(entry.At, "clock-history", texts[details.Move is null ? "Producer.Changed" : "Time.Changed"]),
        "order.report-changed" => new TimelineEvent(entry.At, "list-check", NameOf(entry.Action)),
        _ when isForStaff => new TimelineEvent(entry.At, "info-circle", NameOf(entry.Action)) { IsInternal = true },
        _ => null,
    };

    /// <summary>What was before, and what came then.</summary>
    private IEnumerable<string> Changes(ActDetails details)
    {
        if (details.Move is var (from, to))
        {
            yield return texts["Change", LocalTime(from), LocalTime(to)];
        }

        if (details.Producers is var (former, next))
        {
            yield return texts["Change.Producer", ProducerName(former), ProducerName(next)];
        }
    }

    private TimelineEvent OfSession(AuditEntry entry, ActDetails details, OrderSession session)
    {
        var kind = texts[$"Session.{session.Kind}"].Value;
        var (icon, title) = details switch
        {
            _ when details.Is("after", "isCancelled") || entry.Action.EndsWith(".cancelled", StringComparison.Ordinal) =>
                ("calendar-x", texts["Session.Cancelled", kind]),
            { Move: not null } => ("clock-history", texts["Session.Moved", kind]),
            { Producers: not null } => ("people", texts["Session.Producer", kind]),
            _ => ("calendar-plus", texts["Session.Scheduled", kind]),
        };
        return new TimelineEvent(entry.At, icon, title)
        {
            Details = details.Move is null && details.Moment("after", "start") is { } start ? [LocalTime(start)] : [],
        };
    }

    private OrderSession? SessionOf(AuditEntry entry, ActDetails details)
    {
        var id = entry.Subject == nameof(OrderSession) ? entry.SubjectId : details.Text("sessionId") ?? details.Text("after", "sessionId");
        return facts.Sessions.FirstOrDefault(session => $"{session.Id}" == id);
    }

    private string? Who(AuditEntry entry, ActDetails details)
    {
        if (entry.ActorId is not { } actor)
        {
            return details.Text("access") is null ? null : texts["By.Link"].Value;
        }

        return isForStaff
            ? facts.People.GetValueOrDefault(actor)
            : texts[actor == facts.Order.HostUserId ? "By.You" : "By.Service"].Value;
    }

    private string LocalTime(Instant moment) => $"{Wording.LocalTime(moment.InZone(zone).LocalDateTime)} {Wording.Zone(moment.InZone(zone))}";

    private string ProducerName(int id) => facts.Producers.GetValueOrDefault(id, "–");

    /// <summary>An act in words; its key where there are none.</summary>
    private string NameOf(string act) => texts[$"Done.{act}"].Or(act);
}
