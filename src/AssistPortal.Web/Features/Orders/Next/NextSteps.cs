using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Orders.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Next;

/// <summary>Tells customers what comes next with their order: sessions, the live event, its report.</summary>
public sealed class NextSteps(
    PortalDbContext db,
    SessionOverviews overviews,
    SessionWords words,
    Wording wording,
    IStringLocalizer<AssistTexts> assist,
    IStringLocalizer<NextTexts> texts,
    IClock clock)
{
    /// <summary>In the order in which they happen; of a cancelled order its invoices alone.</summary>
    public async Task<IReadOnlyList<NextStep>> OfAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var phase = whole.Order.PhaseAt(clock.GetCurrentInstant());
        if (phase == OrderPhase.Cancelled)
        {
            return await InvoicesAsync(whole.Order, phase, cancellationToken);
        }

        var overview = await overviews.OfAsync(whole, cancellationToken);
        return
        [
            .. overview.Needs.SelectMany(need => Sessions(whole.Order, overview, need, phase)),
            Event(whole, phase),
            .. whole.Package.HasReport ? [await ReportAsync(whole.Order, cancellationToken)] : Array.Empty<NextStep>(),
            .. await InvoicesAsync(whole.Order, phase, cancellationToken),
        ];
    }

    /// <summary>The sessions of a kind, and whether one is still to be scheduled.</summary>
    private IEnumerable<NextStep> Sessions(
        Order order, SessionOverview overview, SessionNeed need, OrderPhase phase)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (session, producer) in overview.Sessions.Where(item => item.Session.Kind == need.Kind))
        {
            var start = session.Start.InZone(order.Time.LocalStart.Zone);
            var length = wording.Length(session.DurationMinutes);
            yield return new NextStep(words.Kind(need.Kind), StateOf(session.Start, session.End, now))
            {
                When = $"{Wording.LocalTime(start.LocalDateTime)} · {length}",
                Zone = Wording.Zone(start),
                Details = [texts["With", producer]],
            };
        }

        if (phase == OrderPhase.Coming && (need.IsOwed || need.ScheduledMinutes == 0))
        {
            yield return new NextStep(words.Kind(need.Kind), NextStepState.Open)
            {
                Details = [texts[need.IsOwed ? "Open.Ordered" : "Open.Included"]],
            };
        }
    }

    private NextStep Event(OrderWithRelations whole, OrderPhase phase)
    {
        var (time, address) = (whole.Order.Time, whole.Order.Event.MeetingUrl);
        var canJoin = phase is OrderPhase.Coming or OrderPhase.Running && address.Length > 0;
        return new NextStep(texts["Event"], StateOf(time.Start, time.End, clock.GetCurrentInstant()))
        {
            When = Wording.Span(time),
            Zone = Wording.Zone(time.LocalStart),
            Details = [texts["With", whole.Producer.Name]],
            Links = canJoin ? [new TimelineLink(texts["Join"], address)] : [],
        };
    }

    private async Task<NextStep> ReportAsync(Order order, CancellationToken cancellationToken)
    {
        var orderId = order.Id;
        if (await db.Set<OrderReport>().AsNoTracking()
            .SingleOrDefaultAsync(item => item.OrderId == orderId, cancellationToken) is not { } report)
        {
            var reader = order.ReportEmail.Length > 0 ? order.ReportEmail : order.Contact.Email;
            return new NextStep(texts["Report"], NextStepState.Later) { Details = [texts["Report.Later", reader]] };
        }

        var recordings = await db.Set<OrderRecording>()
            .Where(item => item.OrderId == orderId)
            .OrderBy(item => item.Position)
            .Select(item => item.Address)
            .ToListAsync(cancellationToken);
        return new NextStep(texts["Report"], NextStepState.Done)
        {
            Details =
            [
                .. Figure(assist["Report.Registered"], report.Registered),
                .. Figure(assist["Report.Attended"], report.Attended),
            ],
            Links = [.. recordings.Select(
                (address, index) => new TimelineLink(assist["Report.Recording", index + 1], address))],
        };
    }

    private async Task<IReadOnlyList<NextStep>> InvoicesAsync(
        Order order, OrderPhase phase, CancellationToken cancellationToken)
    {
        var orderId = order.Id;
        var invoices = await db.Set<Invoice>().AsNoTracking()
            .Where(invoice => invoice.OrderId == orderId)
            .OrderBy(invoice => invoice.Year)
            .ThenBy(invoice => invoice.Sequence)
            .ToListAsync(cancellationToken);
        if (invoices.Count == 0)
        {
            return phase is OrderPhase.Cancelled or OrderPhase.Completed
                ? []
                : [new NextStep(texts["Invoice"], NextStepState.Later)
                {
                    Details = [texts["Report.Later", order.Contact.Email]],
                }];
        }

        return
        [
            .. invoices.Select(invoice => new NextStep(
                texts[invoice.Kind == InvoiceKind.CreditNote ? "CreditNote" : "Invoice"], NextStepState.Done)
            {
                Details = [$"{Wording.UtcDate(invoice.IssuedAt)} · {invoice.Total}"],
                Links =
                [
                    new TimelineLink(
                        texts["Invoice.Open", invoice.Number],
                        $"/assist/manage/{order.RequestNumber}/invoices/{invoice.Number}"),
                ],
            }),
        ];
    }

    private IEnumerable<string> Figure(LocalizedString name, int? people) =>
        people is { } count ? [texts["Figure", name.Value, count.ToString("N0", CultureInfo.CurrentCulture)]] : [];

    private static NextStepState StateOf(Instant start, Instant end, Instant now) => now switch
    {
        _ when now >= end => NextStepState.Done,
        _ when now >= start => NextStepState.Running,
        _ => NextStepState.Scheduled,
    };
}
