using System.Text.RegularExpressions;
using AssistPortal.Assist.Access.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// The keys in mailed links: 128 random bits, made when the mail leaves, stored as a hash only. They open the order for
/// whoever has the mail, until <see cref="AccessOptions.AccessDays"/> after the event.
/// </summary>
public sealed partial class OrderAccessTokens : IMailSecret
{
    /// <summary>Stands in stored mails where the key is to be.</summary>
    public const string MailedToken = "mailed-order-access-token";

    /// <summary>Why the mail with a new link is written; the former links have ended by then.</summary>
    public const string NewLinkCause = "order.access";

    private readonly PortalDbContext db;
    private readonly OrderLookup lookup;
    private readonly Duration afterwards;
    private readonly IClock clock;

    internal OrderAccessTokens(
        PortalDbContext db, OrderLookup lookup, IOptions<AccessOptions> options, IClock clock)
    {
        this.db = db;
        this.lookup = lookup;
        this.clock = clock;
        afterwards = Duration.FromDays(options.Value.AccessDays);
    }

    public string Placeholder => MailedToken;

    /// <summary>Stands for the key of one of several orders in a mail.</summary>
    public static string MailedTokenOf(Guid orderId) => $"{MailedToken}-{orderId:n}";

    /// <summary>
    /// A key for the mail's order, or one for each where it names several. Only an order's contact gets one.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(
        OutboxMail mail, CancellationToken cancellationToken)
    {
        var named = NamedOrder().Matches(mail.TextBody)
            .Select(match => Guid.ParseExact(match.Groups["order"].Value, "N"))
            .ToHashSet();
        if (named.Count > 0)
        {
            var keys = await MakeAsync(named, mail.Recipient, cancellationToken);
            return named.ToDictionary(MailedTokenOf, orderId => keys.GetValueOrDefault(orderId, ""));
        }

        if (!Guid.TryParse(mail.SubjectId, out var orderId))
        {
            return Only("");
        }

        var made = await MakeAsync([orderId], mail.Recipient, cancellationToken);
        if (made.Count > 0 && mail.ResentAt is { } since)
        {
            // Those of this mail's own attempts stay: one of them may have arrived after all.
            await db.EndFormerLinksAsync(orderId, since, cancellationToken);
        }

        return Only(made.GetValueOrDefault(orderId, ""));

        static Dictionary<string, string> Only(string key) => new(StringComparer.Ordinal) { [MailedToken] = key };
    }

    /// <summary>Whether keys open the order at a moment.</summary>
    public bool HoldAt(EventTime time, Instant now) => now < time.End + afterwards;

    /// <summary>Opens an order by its key; null where the key opens none, or not any more.</summary>
    public async Task<OpenedOrder?> OpenAsync(
        string token, CancellationToken cancellationToken)
    {
        var hash = SecretKey.HashOf(token);
        var found = await db.Set<OrderAccessToken>()
            .Where(item => item.Hash == hash)
            .Join(
                db.Set<Order>(),
                item => item.OrderId,
                order => order.Id,
                (_, order) => new { order.Id, order.Number, order.Time, order.Contact.Email, order.AccessRound })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || !HoldAt(found.Time, clock.GetCurrentInstant())
            ? null
            : new OpenedOrder(
                RequestNumber.Parse(found.Number),
                Order.AccessStampOf(found.Email, found.AccessRound),
                await lookup.LetInAsync(found.Id, AccessMeans.MailedLink, cancellationToken));
    }

    /// <summary>A key for each of those orders whose contact the mail goes to.</summary>
    private async Task<Dictionary<Guid, string>> MakeAsync(
        IReadOnlyCollection<Guid> orderIds, string recipient, CancellationToken cancellationToken)
    {
        var contacts = await db.Set<Order>()
            .Where(order => orderIds.Contains(order.Id))
            .Select(order => new { order.Id, order.Contact.Email })
            .ToListAsync(cancellationToken);
        var keys = contacts
            .Where(contact => string.Equals(contact.Email, recipient, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                contact => contact.Id, _ => SecretKey.Make());
        if (keys.Count > 0)
        {
            var now = clock.GetCurrentInstant();
            await db.InsertAsync(
                [.. keys.Select(key => new OrderAccessToken
                {
                    Hash = SecretKey.HashOf(key.Value), OrderId = key.Key, MailedAt = now,
                })],
                cancellationToken);
        }

        return keys;
    }

    [GeneratedRegex(
        MailedToken + "-(?<order>[0-9a-f]{32})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedOrder();
}

/// <summary>An order that somebody has opened by the link in a mail.</summary>
/// <param name="Number">Its request number.</param>
/// <param name="Stamp">Its <see cref="Order.AccessStamp"/> then.</param>
/// <param name="Visitor">Who works on it.</param>
public sealed record OpenedOrder(RequestNumber Number, string Stamp, OrderVisitor Visitor);
