using AssistPortal.Data.Accounts;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>Who asks the help desk.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">Where the answer goes.</param>
/// <param name="Name">What the mail calls them.</param>
/// <param name="Language">Culture name of that mail.</param>
internal sealed record HelpDeskAsker(Guid UserId, string Email, string Name, string Language)
{
    public static HelpDeskAsker Of(PortalUser user, string language) =>
        new(user.Id, user.Email!, PersonName.Of(user), language);
}
