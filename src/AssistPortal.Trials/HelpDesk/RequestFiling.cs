using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Trials.HelpDesk.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>Files what somebody asks of the help desk, with its entry in the audit trail. The caller saves.</summary>
internal sealed class RequestFiling(PortalDbContext db)
{
    /// <summary>
    /// What somebody who is signed in asks; answered in the language of their mails, else in that of the page.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task<HelpDeskRequest> FileAsync(
        HelpDeskRequestKind kind,
        Guid userId,
        HelpDeskSubject subject,
        Instant now,
        CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken);
        return File(kind, HelpDeskAsker.Of(user, user.MailLanguage ?? CultureInfo.CurrentUICulture.Name), subject, now);
    }

    public HelpDeskRequest File(HelpDeskRequestKind kind, HelpDeskAsker asker, HelpDeskSubject subject, Instant now)
    {
        var request = new HelpDeskRequest(kind, asker, subject, now);
        db.Add(request);
        db.Audit(new RequestFiled(request.Id, kind, subject.TrialId, subject.DeviceId), asker.UserId, now);
        return request;
    }
}
