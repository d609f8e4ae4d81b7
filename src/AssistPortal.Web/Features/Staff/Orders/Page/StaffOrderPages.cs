using AssistPortal.Assist.Access;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Orders.Timeline;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Gathers what an order's page shows to coordinators.</summary>
public sealed class StaffOrderPages(
    PortalDbContext db,
    OrderPages pages,
    OrderAttentions attentions,
    CustomerAddresses addresses,
    OrderOwners owners,
    OrderTimeline timeline,
    CorrespondencePages correspondence,
    OrderAccessTokens tokens,
    OrderUpdates updates,
    OrdersBeside beside,
    ReaderTimes times,
    SessionPages sessions,
    AssignmentAnswers answers,
    CoverCheck cover,
    Assist.Invoicing.Invoices invoices,
    IClock clock)
{
    public async Task<StaffOrderPage> OfAsync(
        OrderWithRelations whole, HttpContext http, CancellationToken cancellationToken)
    {
        var user = http.User;
        var now = clock.GetCurrentInstant();
        var time = await times.OfAsync(user, cancellationToken);
        List<AttentionReason> reasons = [.. (await attentions.OfAsync(whole.Order.Id, cancellationToken))
            .Where(item => item.DueAt <= now).Select(item => item.Reason).Order()];
        var said = await answers.OfOrderAsync(whole.Order.Id, cancellationToken);
        return new StaffOrderPage
        {
            Page = pages.Of(whole) with { IsForStaff = true },
            Phase = whole.Order.PhaseAt(now),
            AddressFails = await addresses.FailsAsync(whole.Order, cancellationToken),
            Attention = reasons,
            Uncovered = await UncoveredAsync(whole.Order.Id, reasons, now, cancellationToken),
            Answers = said,
            Declining = await DecliningAsync(said, cancellationToken),
            Sessions = await sessions.TableAsync(whole, SessionActor.Coordinator(whole.Order), cancellationToken),
            Correspondence = await correspondence.ForStaffAsync(whole.Order, time, cancellationToken),
            CanReopen = await invoices.AllowReopeningAsync(whole.Order, cancellationToken),
            OnlyInvoice = await OnlyInvoiceAsync(whole.Order.Id, cancellationToken),
            CanSendLink = tokens.HoldAt(whole.Order.Time, now),
            Notes = await NotesAsync(whole.Order.Id, cancellationToken),
            Timeline = await timeline.ReadAsync(whole.Order, user, isForStaff: true, cancellationToken),
            Host = await PersonAsync(whole.Order.HostUserId, cancellationToken),
            PlacedBy = (await PersonAsync(whole.Order.PlacedById, cancellationToken))?.Name,
            Meeting = await updates.FindLastAsync(whole.Order.Id, cancellationToken) is { } last
                && last.Start == whole.Order.Time.Start
                ? last.Meeting
                : null,
            Beside = await beside.ReadAsync(whole.Order.RequestNumber, http, cancellationToken),
            Time = time,
            People = await owners.PeopleAsync(cancellationToken),
            ReaderId = user.UserId(),
        };
    }

    private async Task<string?> OnlyInvoiceAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var numbers = await db.Set<Invoice>()
            .Where(invoice => invoice.OrderId == orderId)
            .OrderBy(invoice => invoice.IssuedAt)
            .Select(invoice => new InvoiceNumber(invoice.Year, invoice.Sequence))
            .Take(2)
            .ToListAsync(cancellationToken);
        return numbers.Count == 1 ? numbers[0].ToString() : null;
    }

    /// <summary>What has to be given to somebody else; what has begun can't be any more.</summary>
    private async Task<IReadOnlyList<AssignedTime>> UncoveredAsync(
        Guid orderId, List<AttentionReason> reasons, Instant now, CancellationToken cancellationToken) =>
        reasons.Contains(AttentionReason.NoCover)
            ? [.. (await cover.FindAsync(orderId, cancellationToken)).Where(time => time.Time.Start > now)]
            : [];

    private async Task<IReadOnlyDictionary<int, string>> DecliningAsync(
        OrderAnswers said, CancellationToken cancellationToken)
    {
        var ids = said.Declined.Select(answer => answer.ProducerId).ToHashSet();
        return ids.Count == 0 ? new Dictionary<int, string>() : await db.Set<Producer>()
            .Where(producer => ids.Contains(producer.Id))
            .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken);
    }

    private async Task<ShownHost?> PersonAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } userId)
        {
            return null;
        }

        var host = await db.Users
            .Where(user => user.Id == userId)
            .Select(user => new { user.FirstName, user.LastName, user.Email })
            .SingleAsync(cancellationToken);
        return new ShownHost(userId, Wording.Name(host.FirstName, host.LastName), host.Email ?? "");
    }

    private async Task<IReadOnlyList<ShownNote>> NotesAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var found = await db.Set<OrderNote>().AsNoTracking()
            .Where(note => note.OrderId == orderId)
            .Join(
                db.Users,
                note => note.AuthorId,
                user => user.Id,
                (note, user) => new { note, user.FirstName, user.LastName })
            .OrderByDescending(item => item.note.Id)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(item => new ShownNote(item.note, Wording.Name(item.FirstName, item.LastName)));
    }
}
