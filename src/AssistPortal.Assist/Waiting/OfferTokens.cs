using AssistPortal.Assist.Messages;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Waiting;

/// <summary>
/// The keys in links to offers: 128 random bits, made when the mail leaves, stored as a hash only. They open nothing by
/// themselves: an offer is its host's, who has to be signed in.
/// </summary>
internal sealed class OfferTokens(PortalDbContext db) : IMailSecret
{
    public string Placeholder => WaitingOfferMail.MailedToken;

    /// <summary>A key for the mail's wish. Only its host gets one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(
        OutboxMail mail, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(mail.SubjectId, out var wishId)
            || !await db.Set<WaitingWish>().AnyAsync(
                wish => wish.Id == wishId
                    && db.Users.Any(host => host.Id == wish.HostUserId && host.Email == mail.Recipient),
                cancellationToken))
        {
            return Standing("");
        }

        var token = SecretKey.Make();
        db.Add(new OfferToken { Hash = SecretKey.HashOf(token), WishId = wishId });
        await db.SaveChangesAsync(cancellationToken);
        return Standing(token);
    }

    /// <summary>The host's wish to which the key belongs; null where there is none.</summary>
    public Task<WaitingWish?> FindAsync(string token, Guid hostUserId, CancellationToken cancellationToken)
    {
        var hash = SecretKey.HashOf(token);
        return db.Set<WaitingWish>().AsNoTracking()
            .Where(wish => wish.HostUserId == hostUserId)
            .SingleOrDefaultAsync(
                wish => db.Set<OfferToken>().Any(item => item.Hash == hash && item.WishId == wish.Id),
                cancellationToken);
    }

    private Dictionary<string, string> Standing(string token) =>
        new(StringComparer.Ordinal) { [Placeholder] = token };
}
