using System.Security.Claims;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Find;

/// <summary>Finds what staff look for by a few words: some of each kind, never all.</summary>
public sealed class Finder(PortalDbContext db, OrderList orders, OrderWords words, StaffRooms rooms)
{
    /// <summary>Most hits of each kind.</summary>
    public const int Most = 5;

    public async Task<FindPage> FindAsync(string? typed, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var q = Tolerant.Text(typed);
        var wanted = await words.ReadAsync(q, cancellationToken);
        var pages = rooms.Of(user)
            .Where(room => wanted.All(
                word => FoldedText.Of(room.Name).Contains(word.Word.Text, StringComparison.Ordinal)))
            .Select(room => new FindHit(room.Path, room.Name));
        return wanted.Count == 0
            ? new FindPage { Pages = [.. pages] }
            : new FindPage
            {
                Q = q,
                Orders = await OrdersAsync(q, cancellationToken),
                Producers = await ProducersAsync(wanted, cancellationToken),
                Pages = [.. pages.Take(Most)],
            };
    }

    private async Task<IReadOnlyList<FindHit>> OrdersAsync(string q, CancellationToken cancellationToken)
    {
        var found = await orders.NewestAsync(q, Most, cancellationToken);
        return
        [
            .. found.Select(row => new FindHit(
                $"/staff/orders/{row.RequestNumber}",
                $"{row.RequestNumber} · {Wording.Name(row.FirstName, row.LastName)}",
                $"{row.Topic} · {row.Company} · {Wording.Span(row.Time)}")),
        ];
    }

    private async Task<IReadOnlyList<FindHit>> ProducersAsync(
        IReadOnlyList<OrderWord> wanted, CancellationToken cancellationToken)
    {
        var named = wanted.Select(word => word.Producers.AsEnumerable())
            .Aggregate((found, next) => found.Intersect(next))
            .Take(Most)
            .ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var producers = await db.Set<Producer>()
            .Where(producer => named.Contains(producer.Id))
            .OrderBy(producer => producer.Name).ThenBy(producer => producer.Id)
            .Select(producer => new { producer.Id, producer.Name, producer.Email })
            .ToListAsync(cancellationToken);
        return
        [
            .. producers.Select(
                producer => new FindHit($"/staff/producers/{producer.Id}", producer.Name, producer.Email)),
        ];
    }
}
