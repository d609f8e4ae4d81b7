using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>A page of the list.</summary>
/// <param name="Mails">Newest first.</param>
/// <param name="HasNewer">Whether there is a page before.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
/// <param name="GoOnFrom">
/// Where a search for words goes on that has not looked through all times; null where it has.
/// </param>
public sealed record MailListModel(IReadOnlyList<MailRow> Mails, bool HasNewer, bool HasOlder, MomentKey? GoOnFrom);
