using System.Security.Cryptography;
using System.Text;
using AssistPortal.Assist.Access.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Access;

/// <summary>
/// The keys in mailed links: 128 random bits, made when the mail leaves, stored as a hash only. They open the order for
/// whoever has the mail, until the event has ended.
/// </summary>
public sealed class OrderAccessTokens(PortalDbContext db, OrderLookup lookup, IClock clock) : IMailSecret
{
    /// <summary>Stands in stored mails where the key is to be.</summary>
    public const string MailedToken = "mailed-order-access-token";

    /// <summary>Why the mail with a new link is written: with it the former links end.</summary>
    public const string NewLinkCause = "order.access";

    private const int Bytes = 16;

    public string Placeholder => MailedToken;

    /// <summary>A key for the mail's order. Only the order's contact gets one.</summary>
    public async Task<string> MakeAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(mail.SubjectId, out var orderId)
            || !await db.Set<Order>().AnyAsync(
                order => order.Id == orderId && order.Contact.Email == mail.Recipient, cancellationToken))
        {
            return "";
        }

        if ((mail.ResentAt ?? (mail.Cause == NewLinkCause ? mail.CreatedAt : null)) is { } since)
        {
            // Those of this mail's own attempts stay: one of them may have arrived after all.
            await db.Set<OrderAccessToken>()
                .Where(item => item.OrderId == orderId && item.MailedAt < since)
                .ExecuteDeleteAsync(cancellationToken);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        db.Add(new OrderAccessToken { Hash = HashOf(token), OrderId = orderId, MailedAt = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Opens an order by its key; null where the key opens none, or not any more.</summary>
    public async Task<(RequestNumber Number, OrderVisitor Visitor)?> OpenAsync(
        string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var found = await db.Set<OrderAccessToken>()
            .Where(item => item.Hash == hash)
            .Join(
                db.Set<Order>(),
                item => item.OrderId,
                order => order.Id,
                (_, order) => new { order.Id, order.Number, order.Time })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || found.Time.End <= clock.GetCurrentInstant()
            ? null
            : (RequestNumber.Parse(found.Number), await lookup.LetInAsync(
                found.Id, AccessMeans.MailedLink, cancellationToken));
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
