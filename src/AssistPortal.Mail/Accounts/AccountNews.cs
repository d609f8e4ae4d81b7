using System.Security.Cryptography;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Accounts;

internal sealed class AccountNews(Outbox outbox, AccountNewsMail message) : IAccountNews
{
    // Whether an act is done twice is decided by the account's own row: one that is saved is always told.
    public void Tell(PortalUser user, AccountChange change) =>
        outbox.Write(message.For(user, change, RandomNumberGenerator.GetInt32(int.MaxValue)));
}
