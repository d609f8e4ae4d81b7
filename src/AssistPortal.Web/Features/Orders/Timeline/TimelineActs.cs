using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Invoicing.Audit;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>The audit trail of an order as lines of its time line.</summary>
internal sealed class TimelineActs(
    TimelineFacts facts,
    Catalogue catalogue,
    OrderDifferences differences,
    IStringLocalizer<AssistTexts> assist,
    IStringLocalizer<TimelineTexts> texts,
    bool isForStaff)
{
    private readonly DateTimeZone zone = facts.Order.Time.LocalStart.Zone;

    /// <summary>What was done last of that kind.</summary>
    public TRecord? Last<TRecord>()
        where TRecord : AuditRecord => facts.Acts.Select(act => act.Record).OfType<TRecord>().LastOrDefault();

    /// <summary>Who did something that is done once.</summary>
    public string? WhoDid<TRecord>()
        where TRecord : AuditRecord =>
        facts.Acts.LastOrDefault(act => act.Record is TRecord) is { } act ? Who(act.Entry) : null;

    /// <summary>Who wrote a credit note or a corrected invoice; nobody issues the first one.</summary>
    public string? WhoWrote(Invoice invoice) =>
        facts.Acts.LastOrDefault(act => act.Record is InvoiceRecord record && record.InvoiceId == invoice.Id) is { } act
            ? Who(act.Entry)
            : null;

    /// <summary>Who had the order when it was placed.</summary>
    public string FirstProducer() => ProducerName(Last<OrderPlaced>()?.ProducerId ?? facts.Order.ProducerId);

    /// <summary>
    /// All but what the order itself, its report or its invoices tell. Of completions the order tells the last alone,
    /// and none while it is reopened.
    /// </summary>
    public IEnumerable<TimelineEvent> Told() => facts.Acts
        .Where(act => act.Record is not (OrderPlaced or OrderCancelled or InvoiceRecord))
        .Where(act => act.Record is not OrderCompleted || act.Entry.At != facts.Order.CompletedAt)
        .Select(act => Told(act.Entry, act.Record) is { } told ? told with { By = Who(act.Entry) } : null)
        .OfType<TimelineEvent>();

    private TimelineEvent? Told(AuditEntry entry, AuditRecord? record) => record switch
    {
        OrderUpdated act =>
            Line(
                entry,
                "clock-history",
                texts["Time.Changed"],
                act.Reason,
                [.. Moves(act.Start), .. Swaps(act.ProducerId), .. Keeps(act.LeastCancellationPercent)]),
        OrderProducerChanged act =>
            Line(entry, "clock-history", texts["Producer.Changed"], act.Reason, Swaps(act.ProducerId)),
        OrderEdited { Order: ({ } before, { } after) } =>
            Line(entry, "list-check", texts["Edited"], details: Edits(before, after)),
        OrderFeeLockLifted act => Line(entry, "info-circle", NameOf(entry.Action), act.Reason),
        OrderCompleted => Line(entry, "check-circle-fill", texts["Completed"]),
        OrderReopened act => Line(entry, "clock-history", NameOf(entry.Action), act.Reason),
        OrderReportChanged => Line(entry, "list-check", NameOf(entry.Action)),
        OrderMessageReceived => Line(entry, "envelope", texts["Message.Received"]),
        OrderMessageSent => Line(entry, "envelope", texts["Message.Sent"]),
        SessionScheduled { Session.After: { } session } act =>
            Line(
                entry,
                "calendar-plus",
                texts["Session.Scheduled", Name(act.Kind)],
                details: [LocalTime(session.Start)]),
        SessionMoved { Session: ({ } before, { } after) } act => OfMove(entry, Name(act.Kind), before, after),
        SessionCancelled { Session.Before: { } session } act =>
            Line(entry, "calendar-x", texts["Session.Cancelled", Name(act.Kind)], details: [LocalTime(session.Start)]),
        SessionProducerChanged act => OfSwap(entry, act),
        _ when !isForStaff => null,
        FurtherLineCharged act =>
            Line(
                entry,
                "list-check",
                NameOf(entry.Action),
                act.Reason,
                texts["Figure", act.Text, act.Amount.ToString()]) with
            {
                IsInternal = true,
            },
        OrderOwnerChanged { OwnerId: var (before, after) } =>
            Line(
                entry,
                "person-circle",
                NameOf(entry.Action),
                details: [texts["Change", OwnerName(before), OwnerName(after)]]) with
            {
                IsInternal = true,
            },
        AssignmentDeclined act =>
            Line(entry, "exclamation-triangle", NameOf(entry.Action), act.Reason) with { IsInternal = true },
        OrderAttentionSettled act =>
            Line(entry, "info-circle", NameOf(entry.Action), assist[$"Attention.{act.Reason}"]) with
            {
                IsInternal = true,
            },
        OrderMarked =>
            Line(entry, "exclamation-triangle", NameOf(entry.Action)) with { IsInternal = true },
        _ => Line(entry, "info-circle", NameOf(entry.Action)) with { IsInternal = true },
    };

    private TimelineEvent OfMove(AuditEntry entry, string session, SessionSnapshot before, SessionSnapshot after)
    {
        var isSwap = before with { ProducerId = after.ProducerId } == after;
        return Line(
            entry,
            isSwap ? "people" : "clock-history",
            texts[isSwap ? "Session.Producer" : "Session.Moved", session],
            reason: null,
            [
                .. before.Start == after.Start ? [LocalTime(after.Start)] : Moves(new(before.Start, after.Start)),
                .. Swaps(new(before.ProducerId, after.ProducerId)),
            ]);
    }

    private TimelineEvent? OfSwap(AuditEntry entry, SessionProducerChanged act) =>
        facts.Sessions.FirstOrDefault(item => item.Id == act.SessionId) is { } session
            ? Line(entry, "people", texts["Session.Producer", Name(session.Kind)], act.Reason, Swaps(act.ProducerId))
            : null;

    private TimelineEvent Line(
        AuditEntry entry, string icon, string title, string? reason = null, params IEnumerable<string> details) =>
        new(entry.At, icon, title)
        {
            Details = [.. details],
            Quote = isForStaff ? Reason(reason) : null,
        };

    /// <summary>As typed; in words where the portal gave it.</summary>
    private string? Reason(string? reason) => reason switch
    {
        null or "" => null,
        ProducerSwaps.ForCover => texts["Reason.Cover"],
        ProducerSwaps.ForDeclined => texts["Reason.Declined"],
        _ => reason,
    };

    private IEnumerable<string> Moves(Change<Instant> start) =>
        start is var (from, to) && from != to ? [texts["Change", LocalTime(from), LocalTime(to)]] : [];

    private IEnumerable<string> Swaps(Change<int> producer) => producer is var (former, next) && former != next
        ? [texts["Change.Producer", ProducerName(former), ProducerName(next)]]
        : [];

    /// <summary>Long texts by name alone: the order has what they say.</summary>
    private IEnumerable<string> Edits(OrderSnapshot before, OrderSnapshot after) => differences
        .Between(
            before, after, id => catalogue.Package(id).Texts.In(CultureInfo.CurrentUICulture).Name, ProducerName)
        .Select(item => item.IsLong ? item.Label : texts["Figure", item.Label, differences.InLine(item)].Value);

    private IEnumerable<string> Keeps(Change<int>? percent) =>
        percent is var (former, kept) && kept > former ? [texts["Least", kept]] : [];

    private string? Who(AuditEntry entry) => entry switch
    {
        { AccessId: not null } => texts["By.Link"],
        { ActorId: not { } } => null,
        { ActorId: { } actor } when isForStaff => facts.People.GetValueOrDefault(actor),
        { ActorId: { } actor } => texts[actor == facts.Order.HostUserId ? "By.You" : "By.Service"],
    };

    private string LocalTime(Instant moment) =>
        $"{Wording.LocalTime(moment.InZone(zone).LocalDateTime)} {Wording.Zone(moment.InZone(zone))}";

    private string ProducerName(int id) => facts.Producers.GetValueOrDefault(id, "–");

    private string OwnerName(Guid? id) =>
        id is { } owner ? facts.People.GetValueOrDefault(owner, "–") : texts["Owner.Nobody"];

    private string Name(SessionKind kind) => texts[$"Session.{kind}"];

    /// <summary>An act in words; its key where there are none.</summary>
    private string NameOf(string act) => texts[$"Done.{act}"].Or(act);
}
