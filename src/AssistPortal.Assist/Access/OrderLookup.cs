using System.Net;
using AssistPortal.Assist.Access.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Limits;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// Lets people without an account in to their order. An unknown number, a wrong e-mail and a past order are the same
/// answer, by the same work.
/// </summary>
public sealed class OrderLookup(PortalDbContext db, AttemptLimits limits, IClock clock)
{
    /// <summary>
    /// Wrong tries in <see cref="AttemptLimits.Window"/>: as many by address, by number and by e-mail.
    /// </summary>
    public const int FreeTries = 10;

    /// <summary>
    /// What an address is left of them at a number or an e-mail whose tries others have used up: strangers must not
    /// keep out whoever knows the right pair.
    /// </summary>
    public const int LeftTries = 2;

    /// <summary>Looks an order up by what its confirmation mail says.</summary>
    /// <param name="number">The request number.</param>
    /// <param name="email">The contact e-mail as typed; case does not matter.</param>
    /// <param name="client">Where the question comes from.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<LookupAnswer> FindAsync(
        RequestNumber number, string email, IPAddress? client, CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(client);
        var counted = await limits.CountAsync(
            [
                new AttemptLimit("order look-up by address", network, FreeTries),
                Shared("order look-up by number", number.Compact, network),
                Shared("order look-up by e-mail", email.ToUpperInvariant(), network),
            ],
            cancellationToken);
        if (counted.Wait is { } wait)
        {
            return new LookupAnswer.TooMany(wait);
        }

        var compact = number.Compact;
        var found = await db.Set<Order>()
            .Where(order => order.Number == compact)
            .Select(order => new { order.Id, order.Contact.Email, order.AccessRound, order.Time })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null
            || !string.Equals(found.Email, email, StringComparison.OrdinalIgnoreCase)
            || found.Time.End <= clock.GetCurrentInstant())
        {
            return new LookupAnswer.NotFound();
        }

        await limits.TakeBackAsync(counted, cancellationToken);
        return new LookupAnswer.Found(
            await LetInAsync(found.Id, AccessMeans.RequestNumberAndEmail, cancellationToken),
            Order.AccessStampOf(found.Email, found.AccessRound));
    }

    private static AttemptLimit Shared(string kind, string value, string network) => new(kind, value, FreeTries)
    {
        Unless = new AttemptLimit($"{kind} from an address", $"{network} {value}", LeftTries),
    };

    /// <summary>Notes in the audit trail that somebody has come in to an order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="by">By what.</param>
    /// <param name="cancellationToken">Ends the noting.</param>
    internal async Task<OrderVisitor> LetInAsync(Guid orderId, AccessMeans by, CancellationToken cancellationToken)
    {
        var visitor = new OrderVisitor(Guid.NewGuid(), UserId: null);
        db.Audit(new OrderAccessed(orderId, by), visitor.Actor, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return visitor;
    }
}

/// <summary>What came of a look-up.</summary>
public abstract record LookupAnswer
{
    private LookupAnswer()
    {
    }

    /// <summary>The order may be worked on.</summary>
    /// <param name="Visitor">By whom.</param>
    /// <param name="Stamp">The order's <see cref="Order.AccessStamp"/>.</param>
    public sealed record Found(OrderVisitor Visitor, string Stamp) : LookupAnswer;

    /// <summary>There is no such coming order; more is not told.</summary>
    public sealed record NotFound : LookupAnswer;

    /// <summary>Nothing was looked up.</summary>
    /// <param name="Wait">How long until the next try.</param>
    public sealed record TooMany(Duration Wait) : LookupAnswer;
}
